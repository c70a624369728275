package org.alternat.closing.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.alternat.closing.ClosingReport.Told;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;

/** The instants of a report: by the clocks of the declaration's cities, and in UTC to the second. */
public final class ReportTimes {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Declaration declaration;
    private final DeclarationTimes times;
    private final Locale locale;

    ReportTimes(Declaration declaration, DeclarationTimes times, Locale locale) {
        this.declaration = declaration;
        this.times = times;
        this.locale = locale;
    }

    public String cities(Told told) {
        return times.moment(declaration, told.utc(), locale);
    }

    public String utc(Told told) {
        return UTC.format(told.utc());
    }

    /** For the attribute of a {@code time} element (RFC 3339). */
    public String machine(Told told) {
        Instant second = told.utc().truncatedTo(ChronoUnit.SECONDS);
        return second.toString();
    }
}
