package org.alternat.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alternat.archive.SealedDeclarations.Signing;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.document.Revisions;
import org.alternat.judge.Indication;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ArchiveSlice
class ArchiveTest {

    static final Signing CONCERTATION = new Signing("Europe", "Fédération de l’économie sociale", "Zoë D’Hondt");
    static final Signing TIESS = new Signing("Québec", "Réseau d’innovation", "Émile Łukasiewicz");

    @Autowired
    Archive archive;

    @Autowired
    PackageDesk desk;

    @Autowired
    FixityChecks checks;

    @Autowired
    SealedDeclarations sealed;

    @Autowired
    Declarations declarations;

    @Autowired
    Revisions revisions;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_sealed_declaration_is_archived_and_its_trail_names_both_digests() {
        DeclarationId id = sealed.sealed("Déclaration commune", CONCERTATION, TIESS);

        store(id);

        ArchivedDeclaration kept = archive.find(id).orElseThrow();
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.ARCHIVED);
        assertThat(kept.parties()).isEqualTo(2);
        assertThat(kept.signatures()).isEqualTo(2);
        assertThat(kept.documentSha256()).isEqualTo(revisions.read(id).sha256());
        AuditEntry last = last(id);
        assertThat(last.event().type()).isEqualTo(AuditEventType.DECLARATION_ARCHIVED);
        assertThat(last.event().details())
                .containsEntry("package", kept.packageSha256().hex())
                .containsEntry("document", kept.documentSha256().hex());
        assertThat(audit.verify(id).intact()).isTrue();
    }

    @Test
    void a_step_that_runs_twice_keeps_one_package_and_writes_one_entry() {
        DeclarationId id = sealed.sealed("Déclaration commune", CONCERTATION);
        store(id);
        byte[] first = content(id);

        store(id);

        assertThat(content(id)).isEqualTo(first);
        assertThat(entries(id, AuditEventType.DECLARATION_ARCHIVED)).hasSize(1);
    }

    @Test
    void two_nodes_that_archive_at_once_keep_one_package() throws Exception {
        DeclarationId id = sealed.sealed("Déclaration commune", CONCERTATION);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        Callable<Void> step = () -> {
            store(id);
            return null;
        };

        for (Future<Void> node : nodes.invokeAll(List.of(step, step))) {
            node.get();
        }
        nodes.shutdown();

        assertThat(entries(id, AuditEventType.DECLARATION_ARCHIVED)).hasSize(1);
        assertThat(archive.find(id)).isPresent();
    }

    @Test
    void a_declaration_that_is_not_sealed_is_not_archived() {
        DeclarationId draft = sealed.draft("Brouillon", CONCERTATION);

        assertThatThrownBy(() -> store(draft)).hasMessageContaining("not sealed");

        assertThat(archive.find(draft)).isEmpty();
        assertThat(declarations.get(draft).state()).isEqualTo(DeclarationState.DRAFT);
    }

    @Test
    void a_document_that_nobody_judged_or_the_judge_doubts_is_not_archived() {
        DeclarationId id = sealed.sealedUnjudged("Déclaration commune", CONCERTATION);
        assertThatThrownBy(() -> store(id)).hasMessageContaining("no judgement");
        sealed.judge(id, Indication.INDETERMINATE);

        assertThatThrownBy(() -> store(id)).hasMessageContaining("does not verify");

        assertThat(archive.find(id)).isEmpty();
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.SEALED);
    }

    @Test
    void archiving_belongs_to_the_transaction_of_the_step() {
        DeclarationId id = sealed.sealed("Déclaration commune", CONCERTATION);

        assertThatThrownBy(() -> archive.store(id)).isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(s -> {
            archive.store(id);
            s.setRollbackOnly();
        });

        assertThat(archive.find(id)).isEmpty();
        assertThat(entries(id, AuditEventType.DECLARATION_ARCHIVED)).isEmpty();
    }

    @Test
    void no_statement_of_the_service_changes_or_removes_an_archived_row() throws Exception {
        Pattern forbidden = Pattern.compile(
                "(?i)(update|delete\\s+from|merge\\s+into|truncate(\\s+table)?|drop\\s+table)\\s+archive_");
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            List<Path> offending = sources.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(java|sql|xml|bpmn)"))
                    .filter(path -> forbidden.matcher(text(path)).find())
                    .toList();

            assertThat(offending).isEmpty();
        }
    }

    @Test
    void a_second_package_of_the_same_declaration_is_refused_by_the_database() {
        DeclarationId id = sealed.sealed("Déclaration commune", CONCERTATION);
        store(id);

        assertThatThrownBy(() -> jdbc.sql("insert into archive_package (declaration_id, content, content_length,"
                                + " content_sha256) values (?, ?, 1, 'x')")
                        .params(id.value(), new byte[] {1})
                        .update())
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from declaration where id = ?")
                        .param(id.value())
                        .update())
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    @Test
    void whoever_takes_a_package_away_is_written_down() {
        DeclarationId id = sealed.sealed("Déclaration commune", CONCERTATION);
        store(id);

        ArchivalPackage taken = desk.retrieve(id, "archivist:7");

        assertThat(Sha256.of(taken.zip()))
                .isEqualTo(archive.find(id).orElseThrow().packageSha256());
        assertThat(taken.fileName()).isEqualTo(declarations.get(id).reference() + ".zip");
        assertThat(last(id).event().type()).isEqualTo(AuditEventType.PACKAGE_RETRIEVED);
        assertThat(last(id).event().actor()).isEqualTo("archivist:7");
    }

    @Test
    void a_check_of_an_untouched_declaration_finds_it_whole_and_is_written_down() {
        DeclarationId id = sealed.sealed("Déclaration commune", CONCERTATION);
        store(id);

        Fixity fixity = checks.check(id, "auditor:3");

        assertThat(fixity.intact()).isTrue();
        assertThat(last(id).event().type()).isEqualTo(AuditEventType.FIXITY_CHECKED);
        assertThat(last(id).event().details()).containsEntry("intact", "true");
    }

    @Test
    void one_changed_byte_of_the_package_is_found_even_when_the_row_s_own_digest_was_changed_with_it() {
        DeclarationId id = sealed.sealed("Déclaration commune", CONCERTATION);
        store(id);
        byte[] changed = content(id);
        changed[changed.length / 2] ^= 1;
        jdbc.sql("update archive_package set content = ?, content_sha256 = ? where declaration_id = ?")
                .params(changed, Sha256.of(changed).hex(), id.value())
                .update();

        Fixity fixity = checks.check(id, "archivist:7");

        assertThat(fixity.packageIntact()).isFalse();
        assertThat(fixity.documentIntact()).isTrue();
        assertThat(fixity.intact()).isFalse();
        assertThat(last(id).event().details()).containsEntry("intact", "false");
    }

    @Test
    void one_changed_byte_of_the_document_is_found() {
        DeclarationId id = sealed.sealed("Déclaration commune", CONCERTATION);
        store(id);
        byte[] delta = jdbc.sql("select delta from document_revision where declaration_id = ? and revision_number = 3")
                .param(id.value())
                .query((row, n) -> row.getBytes(1))
                .single();
        delta[delta.length / 2] ^= 1;
        jdbc.sql("update document_revision set delta = ? where declaration_id = ? and revision_number = 3")
                .params(delta, id.value())
                .update();

        Fixity fixity = checks.check(id, "archivist:7");

        assertThat(fixity.documentIntact()).isFalse();
        assertThat(fixity.signaturesHold()).isFalse();
        assertThat(fixity.packageIntact()).isTrue();
    }

    private void store(DeclarationId id) {
        transaction.executeWithoutResult(s -> archive.store(id));
    }

    private byte[] content(DeclarationId id) {
        return jdbc.sql("select content from archive_package where declaration_id = ?")
                .param(id.value())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private AuditEntry last(DeclarationId id) {
        List<AuditEntry> all = audit.entries(id);
        return all.get(all.size() - 1);
    }

    private List<AuditEntry> entries(DeclarationId id, AuditEventType type) {
        return audit.entries(id).stream()
                .filter(entry -> entry.event().type() == type)
                .toList();
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
