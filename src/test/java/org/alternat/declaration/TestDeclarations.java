package org.alternat.declaration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.alternat.document.IntakeResult;
import org.alternat.pades.ChainFixture;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Publicity;
import org.alternat.shared.StaffId;
import org.alternat.shared.StaffIdentity;

/** Declarations that tests talk about; only what a test names matters to it. */
public final class TestDeclarations {

    private static final PdfBytes TEXT = ChainFixture.text(3);

    private TestDeclarations() {}

    public record Staff(StaffId staffId, String displayName, EmailAddress email, Locale locale)
            implements StaffIdentity {}

    public static Staff organiser(String name) {
        return new Staff(
                StaffId.random(),
                name,
                new EmailAddress(name.toLowerCase(Locale.ROOT) + "@concertation.example.org"),
                Locale.FRENCH);
    }

    public static PdfBytes text() {
        return TEXT;
    }

    /** A draft with as many signatories as rounds are given, two to a party, each asked in its round. */
    public static NewDeclaration ofRounds(int... rounds) {
        List<NewParty> parties = new ArrayList<>();
        for (int first = 0; first < rounds.length; first += 2) {
            List<NewSignatory> signatories = IntStream.range(first, Math.min(first + 2, rounds.length))
                    .mapToObj(n -> signatory("Zoë", "D’Hondt " + n, rounds[n]))
                    .toList();
            parties.add(new NewParty(
                    first % 4 == 0 ? "Europe" : "Québec", "Fédération " + first, "Wallonie", null, signatories));
        }
        return of(parties);
    }

    public static NewDeclaration of(List<NewParty> parties) {
        return of(parties, Terms.PLAIN);
    }

    public static NewDeclaration of(List<NewParty> parties, Terms terms) {
        return new NewDeclaration(
                "Déclaration commune",
                "Fait à Villeneuve-d’Ascq",
                LanguageVersions.authentic(List.of(Locale.FRENCH, Locale.ENGLISH)),
                ZoneId.of("Europe/Paris"),
                Instant.now().plus(20, ChronoUnit.DAYS),
                new IntakeResult.Accepted(text(), 3),
                List.of(new LanguageText(Locale.FRENCH, "Nous, parties…")),
                terms,
                parties,
                Publicity.NOT_DUE);
    }

    /** A place whose party has still to say who signs. */
    public static NewSignatory toBeConfirmed(int round) {
        return new NewSignatory("", "", "", null, Locale.forLanguageTag("fr-CA"), round);
    }

    public static NewSignatory signatory(String given, String family, int round) {
        String mailbox = family.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        return new NewSignatory(
                given,
                family,
                "Secrétaire générale",
                new EmailAddress(mailbox + "@example.org"),
                Locale.forLanguageTag("fr-BE"),
                round);
    }
}
