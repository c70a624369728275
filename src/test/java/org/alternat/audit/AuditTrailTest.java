package org.alternat.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@JdbcTest
@Import(AuditTrail.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AuditTrailTest {

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    DeclarationId id = DeclarationId.random();

    @BeforeEach
    void a_trail_of_three_entries() {
        transaction.executeWithoutResult(status -> {
            trail.open(id);
            trail.append(id, AuditEvent.byService(AuditEventType.DECLARATION_CREATED, Map.of("parties", "24")));
            trail.append(id, AuditEvent.byService(AuditEventType.DECLARATION_RELEASED, Map.of()));
            trail.append(id, AuditEvent.byService(AuditEventType.DOCUMENT_PREPARED, Map.of("revision", "1")));
        });
    }

    @Test
    void an_untouched_trail_is_intact() {
        assertThat(trail.verify(id)).isEqualTo(new AuditVerification(3, java.util.OptionalLong.empty()));
    }

    @Test
    void one_changed_character_names_the_first_broken_entry() {
        jdbc.sql(
                        "update audit_entry set details = '{\"revision\":\"2\"}' where declaration_id = ? and entry_number = 3")
                .param(id.value())
                .update();
        jdbc.sql("update audit_entry set actor = 'somebody' where declaration_id = ? and entry_number = 2")
                .param(id.value())
                .update();

        assertThat(trail.verify(id).firstBroken()).hasValue(2);
    }

    @Test
    void a_cut_off_end_is_found() {
        jdbc.sql("delete from audit_entry where declaration_id = ? and entry_number = 3")
                .param(id.value())
                .update();

        assertThat(trail.verify(id).firstBroken()).hasValue(3);
    }

    @Test
    void an_entry_behind_the_head_is_found() {
        AuditEvent forged = AuditEvent.byService(AuditEventType.DOCUMENT_SEALED, Map.of());
        AuditEntry last = trail.entries(id).get(2);
        jdbc.sql("insert into audit_entry (declaration_id, entry_number, at_instant, event_type, actor, details,"
                        + " previous_hash, entry_hash) select declaration_id, 4, at_instant, ?, ?, '{}', ?, ?"
                        + " from audit_entry where declaration_id = ? and entry_number = 3")
                .params(
                        forged.type().name(),
                        forged.actor(),
                        last.hash().hex(),
                        AuditLine.hash(id, 4, last.at(), forged, last.hash()).hex(),
                        id.value())
                .update();

        assertThat(trail.verify(id).firstBroken()).hasValue(4);
    }

    @Test
    void a_trail_that_grows_while_it_is_read_is_intact() throws Exception {
        AuditEvent event = AuditEvent.byService(AuditEventType.LETTER_SENT, Map.of());
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int n = 0; n < 400; n++) {
                transaction.executeWithoutResult(status -> trail.append(id, event));
            }
        });
        while (!writer.isDone()) {
            assertThat(trail.verify(id).firstBroken()).isEmpty();
        }
        writer.get();

        assertThat(trail.verify(id)).isEqualTo(new AuditVerification(403, java.util.OptionalLong.empty()));
    }

    @Test
    void nothing_is_written_outside_the_transaction_of_an_act() {
        assertThatThrownBy(() -> trail.append(id, AuditEvent.byService(AuditEventType.DOCUMENT_SEALED, Map.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void an_entry_goes_with_its_act_when_that_rolls_back() {
        transaction.executeWithoutResult(status -> {
            trail.append(id, AuditEvent.byService(AuditEventType.DOCUMENT_SEALED, Map.of()));
            status.setRollbackOnly();
        });

        assertThat(trail.entries(id)).hasSize(3);
        assertThat(trail.verify(id).intact()).isTrue();
    }

    @Test
    void the_exported_lines_hash_to_what_they_say() {
        String[] lines = trail.jsonLines(id).split("\n");

        for (String line : lines) {
            int cut = line.indexOf(",\"hash\":\"");
            String hashed = line.substring(0, cut) + "}";
            assertThat(line)
                    .contains(org.alternat.shared.Sha256.of(hashed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .hex());
        }
        assertThat(lines).hasSize(3);
    }
}
