package org.alternat.invitation;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.moment.Home;
import org.springframework.stereotype.Component;

/** What the letters that ask for an answer say of a declaration to one of its signatories. */
@Component
class InvitationModel {

    private final Signatories signatories;
    private final DeclarationTimes times;

    InvitationModel(Signatories signatories, DeclarationTimes times) {
        this.signatories = signatories;
        this.times = times;
    }

    Map<String, Object> model(Declaration declaration, Signatory signatory, URI link) {
        Party party = signatories.party(signatory.partyId());
        return Map.of(
                "asked",
                asked(signatory),
                "title",
                declaration.title(),
                "reference",
                declaration.reference(),
                "partyName",
                party.name(),
                "capacity",
                signatory.capacity(),
                "represented",
                Objects.requireNonNullElse(signatory.onBehalfOf(), ""),
                "deadline",
                times.moment(
                        declaration,
                        declaration.deadline(),
                        Home.of(signatory.locale(), party.region()),
                        signatory.locale()),
                "link",
                link.toString());
    }

    /** How the keys of sentences end that differ by role; those for a signatory have no ending. */
    static String asked(Signatory signatory) {
        return signatory.role().binds() ? "" : "." + signatory.role().word();
    }
}
