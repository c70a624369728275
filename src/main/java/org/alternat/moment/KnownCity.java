package org.alternat.moment;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Cities that have another name in another of our languages, and the clock of each: {@code moment.city.*} in the bundles. */
enum KnownCity {
    LILLE("Lille", "Europe/Paris", "rijsel"),
    PARIS("Paris", "Europe/Paris", "parijs"),
    BRUSSELS("Bruxelles", "Europe/Brussels", "brussel|brussels"),
    ANTWERP("Antwerpen", "Europe/Brussels", "anvers|antwerp"),
    GHENT("Gent", "Europe/Brussels", "gand|ghent"),
    KORTRIJK("Kortrijk", "Europe/Brussels", "courtrai"),
    LEUVEN("Leuven", "Europe/Brussels", "louvain"),
    LIEGE("Liège", "Europe/Brussels", "luik"),
    MONS("Mons", "Europe/Brussels", "bergen"),
    NAMUR("Namur", "Europe/Brussels", "namen"),
    TOURNAI("Tournai", "Europe/Brussels", "doornik"),
    MONTREAL("Montréal", "America/Montreal", ""),
    QUEBEC_CITY("Québec", "America/Montreal", "quebec city|ville de quebec"),
    OTTAWA("Ottawa", "America/Toronto", ""),
    TORONTO("Toronto", "America/Toronto", ""),
    LONDON("London", "Europe/London", "londres|londen"),
    GENEVA("Genève", "Europe/Zurich", "geneva");

    private final String usualName;
    private final ZoneId zone;
    private final String otherNames;

    KnownCity(String usualName, String zone, String otherNames) {
        this.usualName = usualName;
        this.zone = ZoneId.of(zone);
        this.otherNames = otherNames;
    }

    /** By its name in any language, accents and capitals apart. */
    static Optional<KnownCity> of(String name) {
        String wanted = plain(name);
        return Arrays.stream(values())
                .filter(city -> plain(city.usualName).equals(wanted)
                        || Arrays.asList(city.otherNames.split("\\|", -1)).contains(wanted))
                .findFirst();
    }

    /** The one a zone of the tz database is named after. */
    static Optional<KnownCity> eponym(ZoneId zone) {
        return of(zone.getId().replaceFirst(".*/", "").replace('_', ' '));
    }

    String usualName() {
        return usualName;
    }

    ZoneId zone() {
        return zone;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
