package org.alternat.signing;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.alternat.declaration.Attendance;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words in and on a signature, in the signatory's language. */
@Component
class SignatureWording {

    private static final char NO_BREAK = '\u00a0';

    private final MessageSource messages;

    SignatureWording(MessageSource messages) {
        this.messages = messages;
    }

    /** For {@code /Reason}. */
    String reason(Declaration declaration, Signatory signatory, Party party) {
        String key = !signatory.role().binds()
                ? "signing.reason.witness"
                : signatory.adReferendum() ? "signing.reason.ad-referendum" : "signing.reason";
        return say(signatory.locale(), key, declaration.title(), party.name());
    }

    /**
     * The lines of the visible signature: name, capacity, party, place and instant with its zone. What the typeface in the
     * file has no letters for is not shown in part: the certificate has it in full.
     *
     * @param shown tells of a text whether the file has all its letters
     */
    List<String> appearance(
            Declaration declaration, Signatory signatory, Party party, Instant at, Predicate<String> shown) {
        Locale locale = signatory.locale();
        String elsewhere = say(locale, "signing.appearance.elsewhere");
        return List.of(
                shown.test(signatory.fullName()) ? name(signatory, shown) : elsewhere,
                shown.test(signatory.capacity()) ? signatory.capacity() : "",
                say(
                        locale,
                        signatory.role().binds() ? "signing.appearance.for" : "signing.appearance.witness",
                        shown.test(party.name()) ? party.name() : elsewhere),
                say(locale, "signing.appearance.at", party.region(), instant(at.atZone(declaration.zone()), locale)),
                // Not beside the party: a long name makes that line small.
                say(locale, level(signatory)));
    }

    private static String level(Signatory signatory) {
        return "signing.appearance.level"
                + (signatory.attendance() == Attendance.PRESENT ? ".desk" : "")
                + (signatory.adReferendum() ? ".ad-referendum" : "");
    }

    /** A delegate's name, with that of the person it is for. */
    private String name(Signatory signatory, Predicate<String> shown) {
        String represented = signatory.onBehalfOf();
        return represented == null
                ? signatory.fullName()
                : say(
                        signatory.locale(),
                        "signing.appearance.delegate",
                        signatory.fullName(),
                        shown.test(represented)
                                ? represented
                                : say(signatory.locale(), "signing.appearance.elsewhere"));
    }

    /** Own patterns: the platform's change with its locale data, and a signature is for decades. */
    private static String instant(ZonedDateTime at, Locale locale) {
        String date =
                switch (locale.getLanguage()) {
                    case "fr" -> at.getDayOfMonth() == 1 ? "d'er' MMMM uuuu" : "d MMMM uuuu";
                    default -> "d MMMM uuuu";
                };
        String time =
                switch (locale.getLanguage()) {
                    case "fr" -> "H'" + NO_BREAK + "h" + NO_BREAK + "'mm";
                    case "nl" -> "H.mm'" + NO_BREAK + "uur'";
                    default -> "HH:mm";
                };
        String city = at.getZone().getId().replaceFirst(".*/", "").replace('_', ' ');
        return DateTimeFormatter.ofPattern(date + ", " + time, locale).format(at) + " (" + city + ", "
                + DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ROOT).format(at) + ")";
    }

    private String say(Locale locale, String key, String... parts) {
        return messages.getMessage(key, parts, locale);
    }
}
