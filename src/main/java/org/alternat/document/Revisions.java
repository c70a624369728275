package org.alternat.document;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainReader;
import org.alternat.pades.ChainState;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chain of revisions of each declaration. Only what a revision adds is stored; the file is the deltas in their order.
 * An append happens under the lock on the chain's row and is a compare-and-set on its head: nobody's signature is lost.
 */
@Service
public class Revisions {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ChainStates states;

    Revisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.states = new ChainStates();
    }

    /**
     * Keeps the text of a draft as revision 0, in place of an earlier one. The chain's row stays where it is: whoever waits
     * for its lock finds it again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepDraft(DeclarationId id, PdfBytes text) {
        Optional<Boolean> frozen = jdbc.sql("select frozen from document_chain where declaration_id = ? for update")
                .param(id.value())
                .query(Boolean.class)
                .optional();
        if (frozen.isEmpty()) {
            jdbc.sql("insert into document_chain (declaration_id, head_number, head_sha256, frozen)"
                            + " values (?, 0, ?, false)")
                    .params(id.value(), text.sha256().hex())
                    .update();
        } else if (frozen.get()) {
            throw new IllegalStateException("the text of declaration " + id + " is frozen");
        } else {
            jdbc.sql("update document_chain set head_sha256 = ? where declaration_id = ?")
                    .params(text.sha256().hex(), id.value())
                    .update();
            jdbc.sql("delete from document_revision where declaration_id = ?")
                    .param(id.value())
                    .update();
        }
        insert(id, 0, RevisionKind.TEXT, text.toByteArray(), text.length(), text.sha256());
    }

    /** From now on the text never changes: only revisions are added behind it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(DeclarationId id) {
        jdbc.sql("update document_chain set frozen = true where declaration_id = ?")
                .param(id.value())
                .update();
    }

    /** The file as it stands. */
    @Transactional(readOnly = true)
    public PdfBytes read(DeclarationId id) {
        return read(id, Integer.MAX_VALUE);
    }

    /**
     * The file as it stood after a revision.
     *
     * @throws NoSuchElementException when there is no such revision
     */
    @Transactional(readOnly = true)
    public PdfBytes read(DeclarationId id, int revision) {
        if (revision != Integer.MAX_VALUE && list(id).stream().noneMatch(r -> r.number() == revision)) {
            throw new NoSuchElementException("declaration " + id + " has no revision " + revision);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        jdbc.sql("select delta from document_revision where declaration_id = ? and revision_number <= ?"
                        + " order by revision_number")
                .params(id.value(), revision)
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(file::writeBytes);
        if (file.size() == 0) {
            throw new NoSuchElementException("declaration " + id + " has no document");
        }
        return new PdfBytes(file.toByteArray());
    }

    /** All revisions, the text first. */
    @Transactional(readOnly = true)
    public List<Revision> list(DeclarationId id) {
        return jdbc.sql("select revision_number, kind, total_length, sha256, at_instant from document_revision"
                        + " where declaration_id = ? order by revision_number")
                .param(id.value())
                .query(Revisions::revision)
                .list();
    }

    /** The last revision. */
    @Transactional(readOnly = true)
    public Optional<Revision> head(DeclarationId id) {
        return jdbc.sql("select r.revision_number, r.kind, r.total_length, r.sha256, r.at_instant"
                        + " from document_revision r join document_chain c on c.declaration_id = r.declaration_id"
                        + " and c.head_number = r.revision_number where c.declaration_id = ?")
                .param(id.value())
                .query(Revisions::revision)
                .optional();
    }

    /**
     * Looks for a file among the revisions of every frozen text.
     *
     * @param file the digest of a whole file
     */
    @Transactional(readOnly = true)
    public Optional<Held> find(Sha256 file) {
        return jdbc
                .sql("select r.declaration_id, r.revision_number, c.head_number from document_revision r"
                        + " join document_chain c on c.declaration_id = r.declaration_id"
                        + " where r.sha256 = ? and c.frozen order by c.declaration_id")
                .param(file.hex())
                .query((row, n) ->
                        new Held(new DeclarationId(row.getObject(1, UUID.class)), row.getInt(2), row.getInt(3)))
                .list()
                .stream()
                .findFirst();
    }

    /**
     * Locks the chain until the caller's transaction ends and tells its head. Take this lock before any other.
     *
     * @throws NoSuchElementException when there is no document
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Head lock(DeclarationId id) {
        return jdbc.sql("select head_number, head_sha256 from document_chain where declaration_id = ? for update")
                .param(id.value())
                .query((row, n) -> new Head(id, row.getInt(1), new Sha256(row.getString(2))))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("declaration " + id + " has no document"));
    }

    /** The last revision, which may not be the last for long: to prepare what is appended under the lock if it still is. */
    @Transactional(readOnly = true)
    public Head unlocked(DeclarationId id) {
        Revision last =
                head(id).orElseThrow(() -> new NoSuchElementException("declaration " + id + " has no document"));
        return new Head(id, last.number(), last.sha256());
    }

    /** What the next append needs; rebuilt from the stored bytes when this node does not have it in memory. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ChainState state(Head head) {
        return states.find(head).orElseGet(() -> ChainReader.read(read(head.declarationId(), head.number())));
    }

    /** Adds a revision behind the locked head. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Head append(Head head, RevisionKind kind, AppendedRevision revision) {
        Head next = new Head(
                head.declarationId(), head.number() + 1, revision.state().sha256());
        advance(head, next);
        insert(
                head.declarationId(),
                next.number(),
                kind,
                revision.delta(),
                revision.state().length(),
                next.sha256());
        states.keep(next, revision.state());
        return next;
    }

    /** Adds the prepared fields behind the locked text. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Head appendPrepared(Head head, PdfBytes prepared) {
        PdfBytes text = read(head.declarationId(), head.number());
        if (!prepared.startsWith(text)) {
            throw new IllegalStateException("the prepared file does not start with the frozen text");
        }
        Head next = new Head(head.declarationId(), head.number() + 1, prepared.sha256());
        advance(head, next);
        byte[] file = prepared.toByteArray();
        byte[] delta = java.util.Arrays.copyOfRange(file, text.length(), file.length);
        insert(head.declarationId(), next.number(), RevisionKind.PREPARED, delta, file.length, next.sha256());
        return next;
    }

    private void advance(Head from, Head to) {
        int moved = jdbc.sql("update document_chain set head_number = ?, head_sha256 = ?"
                        + " where declaration_id = ? and head_number = ? and head_sha256 = ?")
                .params(
                        to.number(),
                        to.sha256().hex(),
                        from.declarationId().value(),
                        from.number(),
                        from.sha256().hex())
                .update();
        if (moved != 1) {
            throw new IllegalStateException("the head of declaration " + from.declarationId() + " has moved on");
        }
    }

    private void insert(DeclarationId id, int number, RevisionKind kind, byte[] delta, long length, Sha256 sha256) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("insert into document_revision (declaration_id, revision_number, kind, delta, total_length, sha256,"
                        + " at_instant) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id.value(), number, kind.name(), delta, length, sha256.hex(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Revision revision(ResultSet row, int n) throws SQLException {
        return new Revision(
                row.getInt("revision_number"),
                RevisionKind.valueOf(row.getString("kind")),
                row.getLong("total_length"),
                new Sha256(row.getString("sha256")),
                row.getObject("at_instant", OffsetDateTime.class).toInstant());
    }

    /**
     * A file that we hold.
     *
     * @param last the number of the chain's last revision
     */
    public record Held(DeclarationId declarationId, int number, int last) {}

    /** The last revision of a chain. */
    public record Head(DeclarationId declarationId, int number, Sha256 sha256) {}
}
