package org.alternat.circulation;

import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

/** The engine's settings, with SQL mappings that were read ahead of time. */
class EngineSettings extends SpringProcessEngineConfiguration {

    private final EngineMappings mappings;

    EngineSettings(EngineMappings mappings) {
        this.mappings = mappings;
    }

    /** Does what the engine does, but for the reading. */
    @Override
    protected void initSqlSessionFactory() {
        if (!mappings.areFor(databaseType)) {
            super.initSqlSessionFactory();
            return;
        }
        Configuration configuration = mappings.configuration();
        configuration.setEnvironment(new Environment("default", transactionFactory, dataSource));
        configuration.setDefaultStatementTimeout(jdbcStatementTimeout);
        if (isJdbcBatchProcessing()) {
            configuration.setDefaultExecutorType(ExecutorType.BATCH);
        }
        sqlSessionFactory = new DefaultSqlSessionFactory(configuration);
    }
}
