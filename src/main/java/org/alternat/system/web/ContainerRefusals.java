package org.alternat.system.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.catalina.Host;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * What the container says itself of a request that reaches no page of ours, because it has no path, host or head that can be read:
 * our words in place of Tomcat's, and nothing of how the service is built. The page stands alone, since nothing renders it.
 */
@Component
class ContainerRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%s</title>
              <link rel="stylesheet" href="/alternat.css">
            </head>
            <body>
            <main id="content">
              <h1>%s</h1>
              <p class="lead">%s</p>
              <p class="actions"><a class="button quiet" href="/">%s</a></p>
            </main>
            </body>
            </html>
            """;

    private final MessageSource messages;
    private final LocaleResolver locales;

    ContainerRefusals(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    /** The last valve of the host is the first that sees what came back. */
    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof Host host) {
                host.getPipeline().addValve(report());
            }
        });
    }

    private Valve report() {
        return new ErrorReportValve() {
            @Override
            protected void report(Request request, Response response, @Nullable Throwable failure) {
                if (response.getStatus() >= 400 && response.getContentWritten() == 0 && response.setErrorReported()) {
                    write(request, response);
                }
            }
        };
    }

    private void write(Request request, Response response) {
        Locale locale = locales.resolveLocale(request);
        String words = "system.problem." + Problems.explained(response.getStatus());
        ErrorPages.protect(response);
        response.setContentType("text/html");
        response.setCharacterEncoding("utf-8");
        String title = messages.getMessage(words + ".title", null, locale);
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(PAGE.formatted(
                        locale.toLanguageTag(),
                        messages.getMessage("system.title", new Object[] {title}, locale),
                        title,
                        messages.getMessage(words + ".detail", null, locale),
                        messages.getMessage("system.problem.home", null, locale)));
                response.finishResponse();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
