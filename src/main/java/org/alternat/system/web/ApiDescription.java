package org.alternat.system.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the description at {@code /v3/api-docs} (OpenAPI 3.1). */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** The server is named relative to the description, not by the Host header, which anybody can forge. */
    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("Alternat").version("v1")).servers(List.of(new Server().url("/")));
    }
}
