package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DeclarationSlice
class SignatoriesTest {

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Rounds rounds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId declaration;
    SignatoryId id;
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @BeforeEach
    void a_circulating_declaration() {
        declaration = declarations.draft(TestDeclarations.ofRounds(1), organiser);
        id = signatories.of(declaration).get(0).id();
        declarations.release(declaration, organiser);
        transaction.executeWithoutResult(status -> rounds.next(declaration));
    }

    @Test
    void a_signature_goes_through_invitation_and_consent() {
        assertThat(state()).isEqualTo(SignatoryState.WAITING);
        assertThat(change(() -> signatories.invited(id, now))).isTrue();
        assertThat(state()).isEqualTo(SignatoryState.INVITED);
        assertThat(change(() -> signatories.consented(id, now.plusSeconds(1)))).isTrue();
        assertThat(state()).isEqualTo(SignatoryState.CONSENTED);
        assertThat(change(() -> signatories.signed(id, now.plusSeconds(2), 7))).isTrue();

        Signatory signed = signatories.get(id);
        assertThat(signed.state()).isEqualTo(SignatoryState.SIGNED);
        assertThat(signed.invitedAt()).isEqualTo(now);
        assertThat(signed.answeredAt()).isEqualTo(now.plusSeconds(1));
        assertThat(signed.lastInstant()).isEqualTo(now.plusSeconds(2));
        assertThat(signed.revision()).isEqualTo(7);
    }

    @Test
    void every_call_that_runs_twice_has_one_effect() {
        assertThat(change(() -> signatories.invited(id, now))).isTrue();
        assertThat(change(() -> signatories.invited(id, now.plusSeconds(9)))).isFalse();
        assertThat(change(() -> signatories.consented(id, now))).isTrue();
        assertThat(change(() -> signatories.consented(id, now.plusSeconds(9)))).isFalse();
        assertThat(change(() -> signatories.signed(id, now, 1))).isTrue();
        assertThat(change(() -> signatories.signed(id, now.plusSeconds(9), 2))).isFalse();

        assertThat(signatories.get(id).revision()).isEqualTo(1);
        assertThat(signatories.get(id).signedAt()).isEqualTo(now);
    }

    @Test
    void there_is_no_signature_without_a_consent() {
        change(() -> signatories.invited(id, now));

        assertThat(change(() -> signatories.signed(id, now, 1))).isFalse();
    }

    @Test
    void whoever_has_consented_can_no_longer_refuse_or_expire() {
        change(() -> signatories.consented(id, now));

        assertThat(change(() -> signatories.refused(id, now, "late"))).isFalse();
        assertThat(change(() -> signatories.expired(id, afterDeadline()))).isFalse();
        assertThat(change(() -> signatories.invited(id, now))).isFalse();
    }

    @Test
    void whoever_has_refused_can_no_longer_sign() {
        assertThat(change(() -> signatories.refused(id, now, null))).isTrue();

        assertThat(change(() -> signatories.consented(id, now))).isFalse();
        assertThat(change(() -> signatories.signed(id, now, 1))).isFalse();
        assertThat(state()).isEqualTo(SignatoryState.REFUSED);
        assertThat(signatories.get(id).answeredAt()).isEqualTo(now);
    }

    @Test
    void an_answer_after_the_deadline_does_not_count() {
        change(() -> signatories.expired(id, afterDeadline()));

        assertThat(change(() -> signatories.consented(id, now))).isFalse();
        assertThat(state()).isEqualTo(SignatoryState.EXPIRED);
    }

    @Test
    void the_deadline_counts_to_the_moment_even_while_its_timer_has_not_run() {
        change(() -> signatories.invited(id, now));
        Instant deadline = declarations.get(declaration).deadline();

        assertThat(change(() -> signatories.consented(id, deadline))).isFalse();
        assertThat(change(() -> signatories.refused(id, deadline.plusSeconds(1), null)))
                .isFalse();
        assertThat(state()).isEqualTo(SignatoryState.INVITED);
        assertThat(change(() -> signatories.consented(id, deadline.minusMillis(1))))
                .isTrue();
    }

    @Test
    void an_answer_to_a_withdrawn_declaration_does_not_count() {
        change(() -> signatories.invited(id, now));
        declarations.withdraw(declaration, "Le texte change.", organiser);

        assertThat(change(() -> signatories.consented(id, now))).isFalse();
        assertThat(change(() -> signatories.refused(id, now, null))).isFalse();
        assertThat(state()).isEqualTo(SignatoryState.INVITED);
    }

    @Test
    void a_withdrawal_between_consent_and_signature_keeps_the_signature_out() {
        change(() -> signatories.consented(id, now));
        declarations.withdraw(declaration, "Le texte change.", organiser);

        assertThat(change(() -> signatories.signed(id, now, 1))).isFalse();
    }

    @Test
    void nothing_is_recorded_outside_the_transaction_of_an_act() {
        assertThatThrownBy(() -> signatories.consented(id, now)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_signatory_in_a_log_is_an_id_and_a_state() {
        assertThat(signatories.get(id).toString()).doesNotContain("Hondt").doesNotContain("@");
    }

    @Test
    void nobody_expires_before_the_deadline() {
        assertThat(change(() -> signatories.expired(id, now))).isFalse();
        assertThat(state()).isEqualTo(SignatoryState.WAITING);
    }

    @Test
    void once_the_declaration_is_in_effect_an_answer_counts_until_the_closing_date() {
        Instant closing = afterDeadline().plusSeconds(3600);
        jdbc.sql("update declaration set effective_at = ?, open_until = ? where id = ?")
                .params(DeclarationRows.stored(now), DeclarationRows.stored(closing), declaration.value())
                .update();

        assertThat(change(() -> signatories.consented(id, closing.plusSeconds(1))))
                .isFalse();
        assertThat(change(() -> signatories.consented(id, afterDeadline()))).isTrue();
    }

    private Instant afterDeadline() {
        return declarations.get(declaration).deadline().plusSeconds(1);
    }

    private SignatoryState state() {
        return signatories.get(id).state();
    }

    private boolean change(Supplier<Boolean> write) {
        return Boolean.TRUE.equals(transaction.execute(status -> write.get()));
    }
}
