package org.alternat.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Organiser;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.mail.Recipient;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * Who receives the final copy: every signatory, then every party's contact, then every organiser. A mailbox that appears twice
 * gets one letter, in the first one's language; so a signatory is written to as a signatory.
 */
@Component
class Addressees {

    private final Declarations declarations;
    private final Signatories signatories;

    Addressees(Declarations declarations, Signatories signatories) {
        this.declarations = declarations;
        this.signatories = signatories;
    }

    /** In that order, which is the same at each call while the declaration's people stay the same. */
    List<Addressee> of(Declaration declaration) {
        DeclarationId id = declaration.id();
        List<Signatory> all = signatories.of(id);
        List<Addressee> addressees = new ArrayList<>();
        for (Signatory signatory : all) {
            if (signatory.isNamed()) {
                Recipient recipient = new Recipient(signatory.fullName(), signatory.mailbox());
                add(addressees, new Addressee("signatory:" + signatory.id(), recipient, signatory.locale()));
            }
        }
        for (Party party : signatories.parties(id)) {
            EmailAddress contact = party.contact();
            if (contact != null) {
                Recipient recipient = new Recipient(party.name(), contact);
                add(addressees, new Addressee("party:" + party.id(), recipient, language(party, all, declaration)));
            }
        }
        for (Organiser organiser : declarations.organisers(id)) {
            Recipient recipient = new Recipient(organiser.name(), organiser.email());
            add(addressees, new Addressee("organiser:" + organiser.id(), recipient, organiser.locale()));
        }
        return addressees;
    }

    /** A contact has no language of its own: that of the party's first signatory, else the declaration's first. */
    private static Locale language(Party party, List<Signatory> all, Declaration declaration) {
        return all.stream()
                .filter(signatory -> signatory.partyId().equals(party.id()))
                .map(Signatory::locale)
                .findFirst()
                .orElseGet(() -> declaration.languages().get(0));
    }

    private static void add(List<Addressee> addressees, Addressee next) {
        if (addressees.stream().noneMatch(known -> known.sharesMailboxWith(next))) {
            addressees.add(next);
        }
    }

    /**
     * One mailbox.
     *
     * @param key stable, such as {@code signatory:<id>}; never an address
     */
    record Addressee(String key, Recipient recipient, Locale locale) {

        boolean sharesMailboxWith(Addressee other) {
            return recipient.address().sameMailboxAs(other.recipient.address());
        }
    }
}
