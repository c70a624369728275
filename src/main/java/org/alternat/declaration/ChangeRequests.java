package org.alternat.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What signatories would like to be changed before they sign. Nothing in the text changes by it: organisers read it. */
@Service
public class ChangeRequests {

    /** Longest passage, in characters. */
    public static final int MAX_PASSAGE = 200;

    /** Longest request, in characters. */
    public static final int MAX_CONTENT = 2000;

    /** More than anybody needs, few enough to be read. */
    public static final int MOST = 20;

    private final JdbcClient jdbc;

    ChangeRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a request; the caller holds the declaration's lock.
     *
     * @return its number; empty when this signatory has made as many as can be made
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Integer> keep(Signatory by, String passage, String content, Instant at) {
        int number = 1 + count(by.id());
        if (number > MOST) {
            return Optional.empty();
        }
        jdbc.sql("insert into change_request (signatory_id, request_number, declaration_id, person_version, passage,"
                        + " content, asked_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        by.id().value(),
                        number,
                        by.declarationId().value(),
                        by.version(),
                        passage,
                        content,
                        DeclarationRows.stored(at))
                .update();
        return Optional.of(number);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ChangeRequest> of(DeclarationId id) {
        return jdbc.sql(
                        "select * from change_request where declaration_id = ? order by asked_at desc, request_number desc")
                .param(id.value())
                .query(ChangeRequests::request)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ChangeRequest> find(SignatoryId id, int number) {
        return jdbc.sql("select * from change_request where signatory_id = ? and request_number = ?")
                .params(id.value(), number)
                .query(ChangeRequests::request)
                .optional();
    }

    private int count(SignatoryId id) {
        return jdbc.sql("select count(*) from change_request where signatory_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private static ChangeRequest request(ResultSet row, int n) throws SQLException {
        return new ChangeRequest(
                new SignatoryId(row.getObject("signatory_id", UUID.class)),
                row.getInt("request_number"),
                row.getString("passage"),
                row.getString("content"),
                DeclarationRows.known(row, "asked_at"));
    }
}
