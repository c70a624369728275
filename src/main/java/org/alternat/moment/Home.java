package org.alternat.moment;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader is at home, as far as a party's region and a person's language tell: it decides the clock they read and the
 * public holidays they keep.
 */
public enum Home {
    QUEBEC("America/Montreal", "CA", "quebec|qc|ca-qc|montreal"),
    /** Two public holidays more than the rest of France (ordinance of 16 August 1892): asked before it. */
    ALSACE_MOSELLE("Europe/Paris", "", "alsace|moselle|bas-rhin|haut-rhin|strasbourg|metz|fr-6ae"),
    BELGIUM(
            "Europe/Brussels",
            "BE",
            "belgi|be-|wallon|(federation|region) (wallon|de bruxelles)|(west-|oost-)?vlaander|vlaams|flandre|flander"
                    + "|bruxelles|brussel|hainaut|henegouwen|liege|namur"),
    FRANCE(
            "Europe/Paris",
            "FR",
            "france|fr-|hauts-de-france|ile-de-france|nord|pas-de-calais|auvergne|bourgogne|bretagne|centre-val|corse"
                    + "|grand[ -]est|normandie|nouvelle-aquitaine|occitanie|pays de la loire|provence"),
    /** Nothing is known: no holidays, and the declaration's own clock. */
    ELSEWHERE(null, "", "(?!)");

    /** Where the clock of Paris is told as that of Lille. */
    private static final Pattern LILLE = Pattern.compile("hauts-de-france|nord\\b|pas-de-calais|lille");

    private final @Nullable ZoneId zone;
    private final String country;
    private final Pattern beginning;

    Home(@Nullable String zone, String country, String beginnings) {
        this.zone = zone == null ? null : ZoneId.of(zone);
        this.country = country;
        this.beginning = Pattern.compile(beginnings);
    }

    /**
     * The region decides where it is one we know, whatever the language is; otherwise the locale's country does. Only the
     * French of Canada is written for somebody over there in any case.
     *
     * @param region the party's region as it was given
     */
    public static Home of(Locale locale, String region) {
        String place = plain(region);
        if (locale.getCountry().equals(QUEBEC.country)) {
            return QUEBEC;
        }
        for (Home home : values()) {
            if (home.beginning.matcher(place).lookingAt()) {
                return home;
            }
        }
        for (Home home : values()) {
            if (!home.country.isEmpty() && home.country.equals(locale.getCountry())) {
                return home;
            }
        }
        return ELSEWHERE;
    }

    /** The clock that is read there; {@code otherwise} where nothing is known. */
    public ZoneId zone(ZoneId otherwise) {
        return zone == null ? otherwise : zone;
    }

    /** The city by which people there are told the time; empty where nothing is known. */
    public Optional<City> city() {
        return Optional.ofNullable(zone).map(City::of);
    }

    /**
     * The cities at both ends of a text, for want of others: that of the zone first, then one for each further clock that
     * the parties read.
     *
     * @param zone in which the instants are told
     * @param regions of the parties, in order of precedence
     * @param at the instant by which clocks are told apart
     */
    public static List<City> cities(ZoneId zone, List<String> regions, Instant at) {
        List<City> all = new ArrayList<>();
        City first = City.of(zone);
        boolean lille = first.name().equals(KnownCity.PARIS.usualName())
                && regions.stream()
                        .anyMatch(region -> LILLE.matcher(plain(region)).lookingAt());
        all.add(lille ? new City(KnownCity.LILLE.usualName(), zone) : first);
        for (String region : regions) {
            of(Locale.ROOT, region)
                    .city()
                    .filter(city -> all.size() < City.MOST
                            && all.stream().noneMatch(known -> sameClock(known.zone(), city.zone(), at)))
                    .ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static boolean sameClock(ZoneId one, ZoneId other, Instant at) {
        return one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
    }

    private static String plain(String region) {
        return Normalizer.normalize(region.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
