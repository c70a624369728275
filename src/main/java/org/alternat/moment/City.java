package org.alternat.moment;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A city whose clock people read.
 *
 * @param name as somebody gave it; a {@link KnownCity} is named in the reader's language
 * @param zone the clock of that city
 */
public record City(String name, ZoneId zone) {

    /** Most cities that one line can tell and still be read. */
    public static final int MOST = 4;

    private static final int LONGEST_NAME = 60;
    private static final Pattern ENTRY = Pattern.compile("([^()]+?)\\s*(?:\\(\\s*([A-Za-z0-9_+/-]+)\\s*\\))?");

    /** The city that a zone is named after, such as St Johns; Montréal and Brussels for their known zones. */
    public static City of(ZoneId zone) {
        return KnownCity.eponym(zone)
                .map(known -> new City(known.usualName(), zone))
                .orElseGet(() -> new City(zone.getId().replaceFirst(".*/", "").replace('_', ' '), zone));
    }

    /**
     * Reads cities as people type them, such as {@code Lille, Montréal, St. John’s (America/St_Johns)}.
     *
     * @param otherwise the zone of a city that is not known and says none
     * @return empty when one of them cannot be understood, says an unknown zone, or there are too many
     */
    public static Optional<List<City>> parse(String text, ZoneId otherwise) {
        List<City> cities = new ArrayList<>();
        for (String entry : text.split("[,;\n]", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            Matcher parts = ENTRY.matcher(entry.strip());
            if (!parts.matches() || parts.group(1).length() > LONGEST_NAME) {
                return Optional.empty();
            }
            String name = parts.group(1);
            String zone = parts.group(2);
            if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
                return Optional.empty();
            }
            ZoneId usual = KnownCity.of(name).map(KnownCity::zone).orElse(otherwise);
            cities.add(new City(name, zone == null ? usual : ZoneId.of(zone)));
        }
        return cities.size() > MOST ? Optional.empty() : Optional.of(List.copyOf(cities));
    }

    /** What {@link #parse} reads again, zones included. */
    public static String write(List<City> cities) {
        return cities.stream().map(City::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name + " (" + zone.getId() + ")";
    }
}
