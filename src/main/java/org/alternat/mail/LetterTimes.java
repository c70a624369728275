package org.alternat.mail;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says when something is, in the manner of the reader's language: own patterns, because those of the platform change with its
 * locale data. A moment is told in the declaration's zone and, where the clock there shows another hour, in the reader's: by
 * the names of cities, never by an abbreviation such as EST.
 */
@Component
public class LetterTimes {

    private static final char NO_BREAK = '\u00a0';

    private final MessageSource messages;

    LetterTimes(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The zone in which a reader lives, as far as we know it.
     *
     * @param locale its country decides where the region does not
     * @param region the party's region as it was given
     * @param otherwise for everybody else
     */
    public static ZoneId zoneOf(Locale locale, String region, ZoneId otherwise) {
        return Home.of(locale, region).zone(otherwise);
    }

    /** A moment, such as "vendredi 31 janvier 2020 : 17 h à Paris, 11 h à Montréal". */
    public String moment(Instant instant, ZoneId zone, ZoneId reader, Locale locale) {
        ZonedDateTime here = instant.atZone(zone);
        ZonedDateTime there = instant.atZone(reader);
        if (here.getOffset().equals(there.getOffset())) {
            return say(
                    locale, "letters.moment.one", date(here, locale), time(here, locale), zone(zone, "time", locale));
        }
        String at = zone(zone, "at", locale);
        String readerAt = zone(reader, "at", locale);
        if (here.toLocalDate().equals(there.toLocalDate())) {
            return say(
                    locale,
                    "letters.moment.same-day",
                    date(here, locale),
                    time(here, locale),
                    at,
                    time(there, locale),
                    readerAt);
        }
        return say(
                locale,
                "letters.moment.other-day",
                date(here, locale),
                time(here, locale),
                at,
                date(there, locale),
                time(there, locale),
                readerAt);
    }

    /** The day alone, such as "donderdag 28 november 2019". */
    public String day(Instant instant, ZoneId zone, Locale locale) {
        return date(instant.atZone(zone), locale);
    }

    /** The size of a file in decimal megabytes, or kilobytes below one. */
    public String size(long bytes, Locale locale) {
        boolean mega = bytes >= 1_000_000;
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(mega ? 1 : 0);
        String written = number.format(bytes / (mega ? 1e6 : 1e3)).replace('\u202f', NO_BREAK);
        return say(locale, mega ? "letters.size.mb" : "letters.size.kb", written);
    }

    private static String date(ZonedDateTime time, Locale locale) {
        String pattern =
                switch (locale.getLanguage()) {
                    // French counts the first of the month, and only that one: 1er.
                    case "fr" -> time.getDayOfMonth() == 1 ? "EEEE d'er' MMMM uuuu" : "EEEE d MMMM uuuu";
                    case "en" -> isNorthAmerican(locale) ? "EEEE, MMMM d, uuuu" : "EEEE d MMMM uuuu";
                    default -> "EEEE d MMMM uuuu";
                };
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }

    private static String time(ZonedDateTime time, Locale locale) {
        boolean fullHour = time.getMinute() == 0;
        return switch (locale.getLanguage()) {
            case "fr" -> time.getHour() + (NO_BREAK + "h") + (fullHour ? "" : NO_BREAK + twoDigits(time.getMinute()));
            case "nl" -> time.getHour() + (fullHour ? "" : "." + twoDigits(time.getMinute())) + NO_BREAK + "uur";
            default ->
                isNorthAmerican(locale)
                        ? (time.getHour() + 11) % 12 + 1 + ":" + twoDigits(time.getMinute()) + NO_BREAK
                                + (time.getHour() < 12 ? "a.m." : "p.m.")
                        : twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
        };
    }

    private String zone(ZoneId zone, String form, Locale locale) {
        String key = "letters.zone."
                + (zone.getRules().isFixedOffset()
                                && zone.getRules().getOffset(Instant.EPOCH).equals(java.time.ZoneOffset.UTC)
                        ? "UTC"
                        : zone.getId().replace('/', '.'));
        String known = messages.getMessage(key + "." + form, null, null, locale);
        return known == null
                ? say(locale, "letters.zone.other." + form, zone.getId().replace('_', ' '))
                : known;
    }

    private String say(Locale locale, String key, String... parts) {
        return messages.getMessage(key, parts, locale);
    }

    private static boolean isNorthAmerican(Locale locale) {
        return locale.getCountry().equals("CA") || locale.getCountry().equals("US");
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
