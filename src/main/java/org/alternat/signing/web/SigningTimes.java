package org.alternat.signing.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.alternat.mail.LetterTimes;
import org.springframework.stereotype.Component;

/** Says when, in the same words as the letters: nobody should read one deadline in the mail and another on the page. */
@Component
class SigningTimes {

    private final LetterTimes letters;

    SigningTimes(LetterTimes letters) {
        this.letters = letters;
    }

    String moment(Visit visit, Instant instant, Locale locale) {
        return letters.moment(instant, visit.declaration().zone(), reader(visit), locale);
    }

    /** The hour on the reader's own clock. */
    String clock(Visit visit, Instant instant, Locale locale) {
        String pattern =
                switch (locale.getLanguage()) {
                    case "fr" -> "H'\u00a0h\u00a0'mm";
                    case "nl" -> "H.mm'\u00a0uur'";
                    default -> "HH:mm";
                };
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(reader(visit)));
    }

    private static ZoneId reader(Visit visit) {
        return LetterTimes.zoneOf(
                visit.signatory().locale(),
                visit.party().region(),
                visit.declaration().zone());
    }
}
