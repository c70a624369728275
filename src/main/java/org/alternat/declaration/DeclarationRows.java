package org.alternat.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alternat.moment.City;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of a declaration itself. Every change of state takes the row's lock first: it is the declaration's one gate. */
@Component
class DeclarationRows {

    private final JdbcClient jdbc;
    private final PublicityRows publicities;
    private final String shared;

    /** H2 knows no shared lock of a row: there, those who only hold the declaration wait for each other. */
    DeclarationRows(JdbcClient jdbc, PublicityRows publicities, @Value("${spring.datasource.url:}") String database) {
        this.jdbc = jdbc;
        this.publicities = publicities;
        this.shared = database.startsWith("jdbc:postgresql:") ? " for share" : " for update";
    }

    /** The next reference of the year. Its row stays locked until the caller commits. */
    String nextReference(int year) {
        int[] counter = jdbc.sql("select counted_year, last_number from declaration_counter where id = 1 for update")
                .query((row, n) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
        int number = counter[0] == year ? counter[1] + 1 : 1;
        jdbc.sql("update declaration_counter set counted_year = ?, last_number = ? where id = 1")
                .params(year, number)
                .update();
        return "ALT-%d-%04d".formatted(year, number);
    }

    void insert(DeclarationId id, String reference, NewDeclaration made, Instant now) {
        jdbc.sql("insert into declaration (id, reference, declaration_state, title, place_and_date, languages, zone,"
                        + " deadline, text_sha256, pages, created_at, completion_rule, precedence_order, ad_referendum,"
                        + " cities, open_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        reference,
                        DeclarationState.DRAFT.name(),
                        made.title(),
                        made.placeAndDate(),
                        made.versions().toString(),
                        made.zone().getId(),
                        stored(made.deadline()),
                        made.document().text().sha256().hex(),
                        made.document().pages(),
                        stored(now),
                        made.terms().rule().toString(),
                        made.terms().order().toString(),
                        made.terms().adReferendum(),
                        City.write(made.terms().cities()))
                .param(
                        made.terms().openUntil() == null
                                ? null
                                : stored(made.terms().openUntil()))
                .update();
        insertTexts(id, made.texts());
        if (made.publicity() != null) {
            publicities.put(id, made.publicity());
        }
    }

    void insertTexts(DeclarationId id, List<LanguageText> texts) {
        for (LanguageText text : texts) {
            jdbc.sql("insert into declaration_text (declaration_id, language_tag, content) values (?, ?, ?)")
                    .params(id.value(), text.language().toLanguageTag(), text.content())
                    .update();
        }
    }

    void insertOrganiser(DeclarationId id, StaffIdentity staff) {
        jdbc.sql("insert into declaration_organiser (declaration_id, staff_id, full_name, email, language_tag)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        staff.staffId().value(),
                        staff.displayName(),
                        staff.email().value(),
                        staff.locale().toLanguageTag())
                .update();
    }

    Optional<Declaration> find(DeclarationId id) {
        return jdbc.sql("select * from declaration where id = ?")
                .param(id.value())
                .query(DeclarationColumns::declaration)
                .optional();
    }

    Optional<Declaration> find(String reference) {
        return jdbc.sql("select * from declaration where reference = ?")
                .param(reference)
                .query(DeclarationColumns::declaration)
                .optional();
    }

    List<Declaration> ofOrganiser(StaffId staff) {
        return jdbc.sql("select d.* from declaration d join declaration_organiser o on o.declaration_id = d.id"
                        + " where o.staff_id = ? order by d.created_at desc, d.reference desc")
                .param(staff.value())
                .query(DeclarationColumns::declaration)
                .list();
    }

    boolean isOrganiser(DeclarationId id, StaffId staff) {
        return jdbc.sql("select count(*) from declaration_organiser where declaration_id = ? and staff_id = ?")
                        .params(id.value(), staff.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Organiser> organisers(DeclarationId id) {
        return jdbc.sql("select * from declaration_organiser where declaration_id = ? order by full_name, staff_id")
                .param(id.value())
                .query((row, n) -> new Organiser(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getString("full_name"),
                        new EmailAddress(row.getString("email")),
                        Locale.forLanguageTag(row.getString("language_tag"))))
                .list();
    }

    List<LanguageText> texts(DeclarationId id) {
        return jdbc.sql("select * from declaration_text where declaration_id = ? order by language_tag")
                .param(id.value())
                .query((row, n) -> new LanguageText(
                        Locale.forLanguageTag(row.getString("language_tag")), row.getString("content")))
                .list();
    }

    Optional<String> withdrawalReason(DeclarationId id) {
        return jdbc.sql("select withdrawal_reason from declaration where id = ? and withdrawal_reason is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    /** Locks the declaration until the caller commits and says where it stands. */
    DeclarationState lock(DeclarationId id) {
        return state(id, " for update");
    }

    /** Keeps the declaration as it is until the caller commits; any number may do so at once, and nobody who does may lock it. */
    DeclarationState hold(DeclarationId id) {
        return state(id, shared);
    }

    private DeclarationState state(DeclarationId id, String lock) {
        return jdbc.sql("select declaration_state from declaration where id = ?" + lock)
                .param(id.value())
                .query((row, n) -> DeclarationState.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(() -> new UnknownDeclarationException(id));
    }

    void release(DeclarationId id, Instant now, List<City> cities) {
        jdbc.sql("update declaration set declaration_state = ?, released_at = ?, cities = ? where id = ?")
                .params(DeclarationState.CIRCULATING.name(), stored(now), City.write(cities), id.value())
                .update();
    }

    void close(DeclarationId id, DeclarationState how, Instant now, @Nullable String reason) {
        jdbc.sql("update declaration set declaration_state = ?, closed_at = ?, withdrawal_reason = ? where id = ?")
                .params(how.name(), stored(now))
                .param(reason)
                .param(id.value())
                .update();
    }

    /** The rule of completion is met since {@code at}; the first such instant stays. */
    void effective(DeclarationId id, Instant at) {
        jdbc.sql("update declaration set effective_at = ? where id = ? and effective_at is null")
                .params(stored(at), id.value())
                .update();
    }

    /** A signature that counted was taken back: the date of effect is another one, or there is none. */
    void effectiveAnew(DeclarationId id, @Nullable Instant at) {
        jdbc.sql("update declaration set effective_at = ? where id = ?")
                .param(at == null ? null : stored(at))
                .param(id.value())
                .update();
    }

    void archived(DeclarationId id, Instant at) {
        jdbc.sql("update declaration set declaration_state = ?, archived_at = ? where id = ?")
                .params(DeclarationState.ARCHIVED.name(), stored(at), id.value())
                .update();
    }

    /** As both databases keep it: UTC, microseconds. */
    static OffsetDateTime stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant known(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
