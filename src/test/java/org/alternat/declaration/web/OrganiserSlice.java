package org.alternat.declaration.web;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** This package, what it calls, and the real doors in front; nothing of the packages above. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = OrganiserSlice.Packages.class,
        properties = "spring.datasource.url=jdbc:h2:mem:organiser;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@interface OrganiserSlice {

    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "org.alternat.declaration",
                "org.alternat.document",
                "org.alternat.audit",
                "org.alternat.moment",
                "org.alternat.closing",
                "org.alternat.system"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    class Packages {}
}
