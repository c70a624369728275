package org.alternat.circulation;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The engine's SQL mappings, a megabyte of XML that takes most of the time the engine needs to start. They are read beside
 * everything else from the first moment on; that is the whole reason why this is a post processor, for those come first.
 */
final class EngineMappings implements BeanFactoryPostProcessor {

    private static final Executor BESIDE = command -> {
        Thread thread = new Thread(command, "engine-mappings");
        thread.setDaemon(true);
        thread.start();
    };

    private final String databaseType;
    private final CompletableFuture<Configuration> mappings;

    private EngineMappings(String databaseType) {
        this.databaseType = databaseType;
        this.mappings = CompletableFuture.supplyAsync(() -> read(databaseType), BESIDE);
    }

    /** A guess is enough: where the database turns out to be another one, the engine reads for itself. */
    static EngineMappings forDatabaseAt(String jdbcUrl) {
        return new EngineMappings(jdbcUrl.startsWith("jdbc:postgresql:") ? "postgres" : "h2");
    }

    boolean areFor(String databaseType) {
        return this.databaseType.equals(databaseType);
    }

    /** Waits until they are read. */
    Configuration configuration() {
        return mappings.join();
    }

    private static Configuration read(String databaseType) {
        Properties dialect = new Properties();
        dialect.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(dialect, "", databaseType);
        Reader mappings = new InputStreamReader(
                ReflectUtil.getResourceAsStream(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE),
                StandardCharsets.UTF_8);
        return new XMLConfigBuilder(mappings, "", dialect).parse();
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        // Being here early is all.
    }
}
