package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's statements are the same whether all are read at the start or each when it is first asked for. */
class EngineStatementsTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void every_statement_is_what_the_engine_itself_reads(String database) {
        Configuration engine = asTheEngineReads(database);
        Configuration ours = EngineStatements.forDatabase(database);
        Set<String> names = new TreeSet<>(engine.getMappedStatementNames());

        assertThat(names)
                .hasSizeGreaterThan(1_000)
                .filteredOn(name -> name.contains("."))
                .allSatisfy(name -> assertThat(description(ours.getMappedStatement(name)))
                        .isEqualTo(description(engine.getMappedStatement(name))));
        assertThat(new TreeSet<>(ours.getMappedStatementNames())).isEqualTo(names);
        assertThat(ours)
                .usingRecursiveComparison()
                .comparingOnlyFields(
                        "lazyLoadingEnabled",
                        "cacheEnabled",
                        "autoMappingBehavior",
                        "localCacheScope",
                        "jdbcTypeForNull",
                        "defaultExecutorType",
                        "callSettersOnNulls",
                        "useActualParamName",
                        "variables")
                .isEqualTo(engine);
    }

    @Test
    void a_statement_is_parsed_when_it_is_first_asked_for_and_once() throws Exception {
        Configuration statements = EngineStatements.forDatabase("h2");
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> askers = Stream.generate(() -> new Thread(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    statements.getMappedStatement("selectJob");
                }))
                .limit(8)
                .toList();

        askers.forEach(Thread::start);
        start.countDown();
        for (Thread asker : askers) {
            asker.join();
        }

        assertThat(statements.getMappedStatement("selectJob"))
                .isSameAs(statements.getMappedStatement(
                        "org.camunda.bpm.engine.impl.persistence.entity.JobEntity.selectJob"));
        assertThat(statements.hasStatement("selectNothingOfTheKind")).isFalse();
    }

    private static Configuration asTheEngineReads(String database) {
        Properties dialect = new Properties();
        dialect.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(dialect, "", database);
        return new XMLConfigBuilder(
                        new InputStreamReader(
                                ReflectUtil.getResourceAsStream(
                                        ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE),
                                StandardCharsets.UTF_8),
                        "",
                        dialect)
                .parse();
    }

    private static String description(MappedStatement statement) {
        return String.join(
                " | ",
                statement.getId(),
                statement.getSqlCommandType().name(),
                statement.getStatementType().name(),
                String.valueOf(statement.getFetchSize()),
                String.valueOf(statement.isFlushCacheRequired()),
                String.valueOf(statement.isUseCache()),
                statement.getResultMaps().stream()
                        .map(ResultMap::getId)
                        .toList()
                        .toString(),
                statement.getParameterMap().getId(),
                sql(statement));
    }

    /** Some statements want a parameter of their own: then they must want it alike. */
    private static String sql(MappedStatement statement) {
        try {
            return statement.getBoundSql(new ListQueryParameterObject()).getSql();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
