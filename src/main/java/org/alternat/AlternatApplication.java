package org.alternat;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AlternatApplication {

    public static void main(String[] args) {
        // The engine keeps times without a zone: every node must read them as the same instants.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(AlternatApplication.class, args);
    }
}
