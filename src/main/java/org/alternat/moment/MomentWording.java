package org.alternat.moment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says when something is, in the manner of the reader's language: own patterns, because those of the platform change with its
 * locale data. A moment is told by the clocks of cities, never by an abbreviation such as EST.
 */
@Component
public class MomentWording {

    private static final char NO_BREAK = '\u00a0';

    private final MessageSource messages;

    public MomentWording(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A moment, such as "vendredi 31 janvier 2020, 17 h à Lille, 11 h à Montréal". Cities with one clock are told as one, by
     * the name of the first; where the date differs, it is said again.
     *
     * @param cities at both ends; at least one
     * @param reader where the reader is at home, whose clock is told too when it shows yet another hour
     */
    public String moment(Instant instant, List<City> cities, Home reader, Locale locale) {
        List<City> told = new ArrayList<>();
        for (City city : cities) {
            addUnlessTold(told, city, instant);
        }
        reader.city().ifPresent(city -> addUnlessTold(told, city, instant));
        Map<LocalDate, List<City>> byDay = new LinkedHashMap<>();
        for (City city : told) {
            byDay.computeIfAbsent(instant.atZone(city.zone()).toLocalDate(), day -> new ArrayList<>())
                    .add(city);
        }
        List<String> days = new ArrayList<>();
        byDay.forEach((day, there) -> {
            List<String> parts = new ArrayList<>(List.of(date(day, locale)));
            there.forEach(city -> parts.add(at(city, instant, locale)));
            days.add(String.join(", ", parts));
        });
        return String.join(say(locale, "moment.days"), days);
    }

    private static void addUnlessTold(List<City> told, City city, Instant instant) {
        ZoneOffset offset = city.zone().getRules().getOffset(instant);
        if (told.stream()
                .noneMatch(known -> known.zone().getRules().getOffset(instant).equals(offset))) {
            told.add(city);
        }
    }

    /** The day alone, such as "donderdag 28 november 2019". */
    public String day(Instant instant, ZoneId zone, Locale locale) {
        return date(instant.atZone(zone).toLocalDate(), locale);
    }

    /** The hour alone, such as "17 h 05", "17.05 uur" or "5:05 pm". */
    public String clock(Instant instant, ZoneId zone, Locale locale) {
        return time(instant.atZone(zone), locale);
    }

    /** A zone by what people call its time, such as "heure de l’Est (Montréal)"; by its identifier where we know no name. */
    public String zone(ZoneId zone, Locale locale) {
        String known = messages.getMessage("moment.zone." + zone.getId().replace('/', '.'), null, null, locale);
        return known == null ? zone.getId().replace('_', ' ') : known;
    }

    private static String date(LocalDate day, Locale locale) {
        String pattern =
                switch (locale.getLanguage()) {
                    // French counts the first of the month, and only that one: 1er.
                    case "fr" -> day.getDayOfMonth() == 1 ? "EEEE d'er' MMMM uuuu" : "EEEE d MMMM uuuu";
                    case "en" -> isNorthAmerican(locale) ? "EEEE, MMMM d, uuuu" : "EEEE d MMMM uuuu";
                    default -> "EEEE d MMMM uuuu";
                };
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private static String time(ZonedDateTime time, Locale locale) {
        String minutes = twoDigits(time.getMinute());
        return switch (locale.getLanguage()) {
            case "fr" -> time.getHour() + (NO_BREAK + "h") + (time.getMinute() == 0 ? "" : NO_BREAK + minutes);
            case "nl" -> time.getHour() + "." + minutes + NO_BREAK + "uur";
            default -> english(time, minutes, isNorthAmerican(locale));
        };
    }

    private static String english(ZonedDateTime time, String minutes, boolean northAmerican) {
        if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
            // 12 am and 12 pm are read either way.
            return "12" + NO_BREAK + (time.getHour() == 0 ? "midnight" : "noon");
        }
        boolean morning = time.getHour() < 12;
        String half = northAmerican ? (morning ? "a.m." : "p.m.") : morning ? "am" : "pm";
        return (time.getHour() + 11) % 12 + 1 + (time.getMinute() == 0 ? "" : ":" + minutes) + NO_BREAK + half;
    }

    private String at(City city, Instant instant, Locale locale) {
        String time = time(instant.atZone(city.zone()), locale);
        if (city.zone().getRules().isFixedOffset()) {
            boolean universal = city.zone().getRules().getOffset(instant).equals(ZoneOffset.UTC);
            return universal
                    ? say(locale, "moment.at.universal", time)
                    : say(locale, "moment.at.zone", time, city.zone().getId());
        }
        String name = KnownCity.of(city.name())
                .map(known -> say(locale, "moment.city." + known))
                .orElse(city.name());
        // French draws its preposition and an article together: au Havre, aux Andelys.
        return name.startsWith("Le ")
                ? say(locale, "moment.at.le", time, name.substring(3))
                : name.startsWith("Les ")
                        ? say(locale, "moment.at.les", time, name.substring(4))
                        : say(locale, "moment.at", time, name);
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
