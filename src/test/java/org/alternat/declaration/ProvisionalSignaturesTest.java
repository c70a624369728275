package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A signature ad referendum stands in the document and counts in no rule until its party confirms it. */
@DeclarationSlice
class ProvisionalSignaturesTest {

    private static final Instant SIGNED = Instant.parse("2026-12-10T11:00:00Z");
    private static final Instant CONFIRMED = Instant.parse("2026-12-12T15:30:00Z");

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Rounds rounds;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_declaration_takes_effect_by_the_confirmation_and_not_by_the_signature() {
        DeclarationId id = circulating(true);
        SignatoryId anne = signatories.of(id).get(0).id();

        assertThat(done(() -> signatories.consentedAdReferendum(anne, SIGNED))).isTrue();
        assertThat(done(() -> signatories.confirmed(anne, SIGNED))).isFalse(); // nothing stands in the document yet
        assertThat(done(() -> signatories.signed(anne, SIGNED, 2))).isTrue();
        count(anne, SIGNED);
        assertThat(signatories.get(anne).isProvisional()).isTrue();
        assertThat(declarations.get(id).effectiveAt()).isNull();

        assertThat(done(() -> signatories.confirmed(anne, CONFIRMED))).isTrue();
        count(anne, CONFIRMED);

        assertThat(signatories.parties(id).get(0).boundAt()).isEqualTo(CONFIRMED);
        assertThat(declarations.get(id).effectiveAt()).isEqualTo(CONFIRMED);
        assertThat(done(() -> signatories.confirmed(anne, CONFIRMED.plusSeconds(1))))
                .isFalse();
        assertThat(signatories.get(anne).confirmedAt()).isEqualTo(CONFIRMED);
    }

    @Test
    void who_signed_for_good_has_nothing_to_confirm() {
        SignatoryId anne = signatories.of(circulating(true)).get(0).id();
        done(() -> signatories.consented(anne, SIGNED));
        done(() -> signatories.signed(anne, SIGNED, 2));

        assertThat(done(() -> signatories.confirmed(anne, CONFIRMED))).isFalse();
    }

    @Test
    void a_declaration_that_does_not_allow_it_takes_no_consent_ad_referendum() {
        SignatoryId anne = signatories.of(circulating(false)).get(0).id();

        assertThat(done(() -> signatories.consentedAdReferendum(anne, SIGNED))).isFalse();
        assertThat(signatories.get(anne).state().isOpen()).isTrue();
    }

    private DeclarationId circulating(boolean adReferendum) {
        NewParty party = new NewParty(
                "Europe", "CRESS", "Wallonie", null, List.of(TestDeclarations.signatory("Anne", "D’Hondt", 1)));
        Terms terms = new Terms(CompletionRule.ALL, null, OrderOfPrecedence.FIXED_LIST, adReferendum);
        TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
        DeclarationId id = declarations.draft(TestDeclarations.of(List.of(party), terms), organiser);
        declarations.release(id, organiser);
        transaction.executeWithoutResult(status -> rounds.next(id));
        return id;
    }

    private boolean done(java.util.function.BooleanSupplier change) {
        return Boolean.TRUE.equals(transaction.execute(status -> change.getAsBoolean()));
    }

    private void count(SignatoryId id, Instant at) {
        transaction.executeWithoutResult(status -> signatories.counted(id, at));
    }
}
