package org.alternat.invitation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Delegation;
import org.alternat.declaration.Delegations;
import org.alternat.declaration.Organiser;
import org.alternat.declaration.Person;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.mail.BaseUrl;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.mail.Recipient;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters about a delegation: to the organisers that it was asked for, to who asked what came of it. Each method sends
 * one letter, throws {@link org.alternat.mail.LetterNotSentException} when it was not taken, and does nothing when called
 * again.
 */
@Service
public class DelegationLetters {

    private final Declarations declarations;
    private final Signatories signatories;
    private final Delegations delegations;
    private final Letters letters;
    private final BaseUrl baseUrl;

    DelegationLetters(
            Declarations declarations,
            Signatories signatories,
            Delegations delegations,
            Letters letters,
            BaseUrl baseUrl) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.delegations = delegations;
        this.letters = letters;
        this.baseUrl = baseUrl;
    }

    /** Tells one organiser whom a signatory has named, and whether a decision is awaited. */
    @Transactional
    public void tell(SignatoryId id, int number, StaffId organiserId) {
        Signatory place = signatories.get(id);
        List<Organiser> organisers = declarations.organisers(place.declarationId());
        Optional<Organiser> to =
                organisers.stream().filter(one -> one.id().equals(organiserId)).findFirst();
        Optional<Delegation> delegation = delegations.find(id, number);
        if (to.isPresent() && delegation.isPresent()) {
            letters.send(new Letter(
                    new LetterKey(
                            "delegation-notice",
                            place.declarationId(),
                            "organiser:" + organiserId + ":signatory:" + id,
                            number),
                    "delegation-notice",
                    to.get().locale(),
                    People.of(to.get()),
                    People.of(organisers),
                    model(place, delegation.get()),
                    List.of()));
        }
    }

    /** Tells who asked whether the delegate holds the place now; at the address that had the invitation. */
    @Transactional
    public void answer(SignatoryId id, int number) {
        Signatory place = signatories.get(id);
        Optional<Delegation> delegation = delegations.find(id, number).filter(one -> one.decision() != null);
        if (delegation.isPresent()) {
            Person asker = delegations.asker(delegation.get());
            letters.send(new Letter(
                    new LetterKey("delegation-answer", place.declarationId(), "signatory:" + id, number),
                    "delegation-answer",
                    asker.locale(),
                    new Recipient(asker.fullName(), asker.email()),
                    People.of(declarations.organisers(place.declarationId())),
                    model(place, delegation.get()),
                    List.of()));
        }
    }

    private Map<String, Object> model(Signatory place, Delegation delegation) {
        Declaration declaration = declarations.get(place.declarationId());
        Delegation.Decision decision = delegation.decision();
        return Map.of(
                "title",
                declaration.title(),
                "reference",
                declaration.reference(),
                "signatory",
                delegations.asker(delegation).fullName(),
                "partyName",
                signatories.party(place.partyId()).name(),
                "delegate",
                delegation.to().fullName(),
                "capacity",
                delegation.to().capacity(),
                "decision",
                decision == null ? "" : decision.name(),
                "link",
                baseUrl.resolve("/declarations/" + declaration.id()).toString());
    }
}
