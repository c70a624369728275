package org.alternat.signing.web;

import java.time.Instant;
import java.util.Locale;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.moment.Home;
import org.springframework.stereotype.Component;

/** Says when, in the same words as the letters: nobody should read one deadline in the mail and another on the page. */
@Component
class SigningTimes {

    private final DeclarationTimes times;

    SigningTimes(DeclarationTimes times) {
        this.times = times;
    }

    String moment(Visit visit, Instant instant, Locale locale) {
        return times.moment(visit.declaration(), instant, reader(visit), locale);
    }

    /** The hour on the reader's own clock. */
    String clock(Visit visit, Instant instant, Locale locale) {
        return times.clock(visit.declaration(), instant, reader(visit), locale);
    }

    private static Home reader(Visit visit) {
        return Home.of(visit.signatory().locale(), visit.party().region());
    }
}
