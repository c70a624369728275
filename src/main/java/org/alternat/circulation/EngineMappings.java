package org.alternat.circulation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.ibatis.session.Configuration;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Has the engine's SQL mappings read beside everything else from the first moment on; that is the whole reason why this is a
 * post processor, for those come first.
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
        this.mappings = CompletableFuture.supplyAsync(() -> EngineStatements.forDatabase(databaseType), BESIDE);
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

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        // Being here early is all.
    }
}
