package org.alternat.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
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
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(baseNames(resources));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // A server in Antwerp must not answer an English reader in Dutch.
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.FRENCH);
        // One rule for apostrophes, whether a text has arguments or not.
        messages.setAlwaysUseMessageFormat(true);
        return new StrictMessageSource(messages);
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

    /** Fails on a missing key: templates would otherwise print the key to the reader. Defaults given by callers still count. */
    private record StrictMessageSource(MessageSource bundles) implements MessageSource {

        @Override
        public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
            try {
                return bundles.getMessage(code, args, locale);
            } catch (NoSuchMessageException missing) {
                throw new IllegalStateException("no message for " + code, missing);
            }
        }

        @Override
        public @Nullable String getMessage(
                String code, Object @Nullable [] args, @Nullable String byDefault, @Nullable Locale locale) {
            return bundles.getMessage(code, args, byDefault, locale);
        }

        @Override
        public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
            return bundles.getMessage(resolvable, locale);
        }
    }
}
