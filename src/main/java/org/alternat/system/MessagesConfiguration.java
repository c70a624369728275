package org.alternat.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/** One source for the words of every package: each bundle in {@code messages/} is found by its French file. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    private static final String FRENCH = "_fr.properties";

    @Bean
    MessageSource messageSource(ResourcePatternResolver resources) throws IOException {
        StrictMessageSource messages = new StrictMessageSource();
        messages.setBasenames(baseNames(resources));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // A server in Antwerp must not answer an English reader in Dutch.
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.FRENCH);
        // One rule for apostrophes, whether a text has arguments or not.
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static String[] baseNames(ResourcePatternResolver resources) throws IOException {
        Resource[] french = resources.getResources(
                PathMatchingResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX + "messages/*" + FRENCH);
        return Arrays.stream(french)
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .map(name -> "messages/" + name.substring(0, name.length() - FRENCH.length()))
                .sorted()
                .distinct()
                .toArray(String[]::new);
    }

    /** Fails on a missing key: templates would otherwise print the key to the reader. */
    private static final class StrictMessageSource extends ResourceBundleMessageSource {

        @Override
        protected String getDefaultMessage(String code) {
            throw new IllegalStateException("no message for " + code);
        }
    }
}
