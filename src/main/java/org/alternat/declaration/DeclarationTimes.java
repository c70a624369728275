package org.alternat.declaration;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.alternat.moment.City;
import org.alternat.moment.Home;
import org.alternat.moment.MomentWording;
import org.springframework.stereotype.Component;

/** Tells the instants of a declaration, in letters and on pages alike: by the clocks of its cities. */
@Component
public class DeclarationTimes {

    private final PartyRows parties;
    private final MomentWording wording;

    DeclarationTimes(PartyRows parties, MomentWording wording) {
        this.parties = parties;
        this.wording = wording;
    }

    /** By the clocks of its cities and, where yet another hour is read there, by the reader's. */
    public String moment(Declaration declaration, Instant instant, Home reader, Locale locale) {
        return wording.moment(instant, cities(declaration), reader, locale);
    }

    /** For a reader of whom we do not know where they are. */
    public String moment(Declaration declaration, Instant instant, Locale locale) {
        return moment(declaration, instant, Home.ELSEWHERE, locale);
    }

    /** The hour on the reader's own clock. */
    public String clock(Declaration declaration, Instant instant, Home reader, Locale locale) {
        return wording.clock(instant, reader.zone(declaration.zone()), locale);
    }

    public String day(Declaration declaration, Instant instant, Locale locale) {
        return wording.day(instant, declaration.zone(), locale);
    }

    /** The name of the declaration's zone. */
    public String zone(Declaration declaration, Locale locale) {
        return wording.zone(declaration.zone(), locale);
    }

    /** The cities that were chosen; else those of the declaration's zone and of its parties' regions. */
    public List<City> cities(Declaration declaration) {
        return chosen(declaration, parties);
    }

    static List<City> chosen(Declaration declaration, PartyRows parties) {
        if (!declaration.terms().cities().isEmpty()) {
            return declaration.terms().cities();
        }
        List<String> regions = parties.binding(declaration.id()).stream()
                .map(Party::region)
                .distinct()
                .toList();
        return Home.cities(declaration.zone(), regions, declaration.deadline());
    }
}
