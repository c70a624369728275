package org.alternat;

import java.util.TimeZone;
import org.alternat.demo.DemoCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service, or with {@code --demo} the service and a whole circulation of the sample. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AlternatApplication {

    public static void main(String[] args) {
        // The engine keeps times without a zone: every node must read them as the same instants.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication application = new SpringApplication(AlternatApplication.class);
        if (DemoCommand.isAsked(args)) {
            System.exit(DemoCommand.run(application, args));
        }
        application.run(args);
    }
}
