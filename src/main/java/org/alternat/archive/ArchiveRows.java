package org.alternat.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alternat.archive.contents.PackageSubject;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The archive's tables. Rows are inserted and read; there is no other statement. */
@Component
class ArchiveRows {

    private static final String SELECT = "select e.*, p.content_length, p.content_sha256 from archive_entry e"
            + " join archive_package p on p.declaration_id = e.declaration_id";

    private final JdbcClient jdbc;

    ArchiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PackageSubject subject, byte[] zip, Sha256 sha256) {
        Declaration declaration = subject.declaration();
        jdbc.sql("insert into archive_package (declaration_id, content, content_length, content_sha256)"
                        + " values (?, ?, ?, ?)")
                .params(declaration.id().value(), zip, zip.length, sha256.hex())
                .update();
        List<String> parties =
                subject.parties().stream().map(Party::name).map(SearchText::of).toList();
        List<String> persons = subject.signatories().stream()
                .filter(Signatory::isNamed)
                .map(Signatory::fullName)
                .map(SearchText::of)
                .toList();
        insertEntry(subject, parties, persons);
        int number = 0;
        for (String party : parties) {
            insertName(declaration.id(), ++number, ArchiveConditions.PARTY, party);
        }
        for (String person : persons) {
            insertName(declaration.id(), ++number, ArchiveConditions.PERSON, person);
        }
    }

    private void insertEntry(PackageSubject subject, List<String> parties, List<String> persons) {
        Declaration declaration = subject.declaration();
        String title = SearchText.of(declaration.title());
        String all = Stream.of(List.of(SearchText.of(declaration.reference()), title), parties, persons)
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
        jdbc.sql("insert into archive_entry (declaration_id, reference, title, zone, closed_at, closed_on,"
                        + " archived_at, parties, signatures, document_revision, document_sha256, search_title,"
                        + " search_all) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        declaration.id().value(),
                        declaration.reference(),
                        declaration.title(),
                        declaration.zone().getId(),
                        subject.closedAt().atOffset(ZoneOffset.UTC),
                        LocalDate.ofInstant(subject.closedAt(), declaration.zone()),
                        subject.archivedAt().atOffset(ZoneOffset.UTC),
                        parties.size(),
                        subject.signatories().stream()
                                .filter(signatory -> signatory.state() == SignatoryState.SIGNED)
                                .count(),
                        subject.sealed().number(),
                        subject.sealed().sha256().hex(),
                        title,
                        all)
                .update();
    }

    private void insertName(DeclarationId id, int number, String kind, String name) {
        jdbc.sql("insert into archive_name (declaration_id, name_number, name_kind, search_name) values (?, ?, ?, ?)")
                .params(id.value(), number, kind, name)
                .update();
    }

    Optional<ArchivedDeclaration> find(DeclarationId id) {
        return jdbc.sql(SELECT + " where e.declaration_id = ?")
                .param(id.value())
                .query(ArchiveRows::entry)
                .optional();
    }

    Optional<byte[]> content(DeclarationId id) {
        return jdbc.sql("select content from archive_package where declaration_id = ?")
                .param(id.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    ArchivePage search(ArchiveQuery query, int number) {
        ArchiveConditions conditions = ArchiveConditions.of(query);
        long total = jdbc.sql("select count(*) from archive_entry e" + conditions.where())
                .params(conditions.arguments())
                .query(Long.class)
                .single();
        List<ArchivedDeclaration> items = jdbc.sql(SELECT + conditions.where()
                        + " order by e.closed_at desc, e.reference desc offset ? rows fetch next ? rows only")
                .params(conditions.arguments())
                .param((number - 1L) * ArchivePage.SIZE)
                .param(ArchivePage.SIZE)
                .query(ArchiveRows::entry)
                .list();
        return new ArchivePage(items, number, total);
    }

    private static ArchivedDeclaration entry(ResultSet row, int n) throws SQLException {
        return new ArchivedDeclaration(
                new DeclarationId(row.getObject("declaration_id", UUID.class)),
                row.getString("reference"),
                row.getString("title"),
                ZoneId.of(row.getString("zone")),
                instant(row, "closed_at"),
                instant(row, "archived_at"),
                row.getInt("parties"),
                row.getInt("signatures"),
                row.getInt("document_revision"),
                new Sha256(row.getString("document_sha256")),
                row.getLong("content_length"),
                new Sha256(row.getString("content_sha256")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
