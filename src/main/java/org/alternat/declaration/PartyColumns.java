package org.alternat.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PartyId;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;

/** One row of the tables of parties and signatories as a value. */
final class PartyColumns {

    private PartyColumns() {}

    static Party party(ResultSet row, int n) throws SQLException {
        String contact = row.getString("contact");
        return new Party(
                new PartyId(row.getObject("id", UUID.class)),
                row.getInt("precedence"),
                row.getString("side"),
                row.getString("name"),
                row.getString("region"),
                contact == null ? null : new EmailAddress(contact),
                DeclarationRows.instant(row, "bound_at"));
    }

    static Signatory signatory(ResultSet row, int n) throws SQLException {
        String email = row.getString("email");
        return new Signatory(
                new SignatoryId(row.getObject("id", UUID.class)),
                new DeclarationId(row.getObject("declaration_id", UUID.class)),
                new PartyId(row.getObject("party_id", UUID.class)),
                row.getInt("precedence"),
                row.getInt("signing_round"),
                role(row),
                row.getBoolean("round_started"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("capacity"),
                email == null ? null : new EmailAddress(email),
                Locale.forLanguageTag(row.getString("language_tag")),
                row.getInt("person_version"),
                state(row),
                DeclarationRows.instant(row, "invited_at"),
                DeclarationRows.instant(row, answered(row)),
                row.getString("refusal_reason"),
                DeclarationRows.instant(row, "signed_at"),
                row.getObject("revision_number", Integer.class),
                row.getBoolean("ad_referendum"),
                DeclarationRows.instant(row, "confirmed_at"),
                row.getString("on_behalf_of"),
                attendance(row));
    }

    private static @Nullable Attendance attendance(ResultSet row) throws SQLException {
        String attendance = row.getString("attendance");
        return attendance == null ? null : Attendance.valueOf(attendance);
    }

    private static String answered(ResultSet row) throws SQLException {
        if (row.getObject("paper_at") != null) {
            return "paper_at";
        }
        return row.getObject("refused_at") == null ? "consented_at" : "refused_at";
    }

    private static SignatoryRole role(ResultSet row) throws SQLException {
        return SignatoryRole.valueOf(row.getString("signatory_role"));
    }

    private static SignatoryState consented(SignatoryRole role) {
        return switch (role) {
            case APPROVER -> SignatoryState.APPROVED;
            case NEGOTIATOR -> SignatoryState.INITIALLED;
            default -> SignatoryState.CONSENTED;
        };
    }

    private static SignatoryState state(ResultSet row) throws SQLException {
        if (row.getObject("signed_at") != null) {
            return SignatoryState.SIGNED;
        }
        if (row.getObject("paper_at") != null) {
            return SignatoryState.SIGNED_ON_PAPER;
        }
        if (row.getObject("refused_at") != null) {
            return SignatoryState.REFUSED;
        }
        if (row.getObject("consented_at") != null) {
            return consented(role(row));
        }
        if (row.getObject("expired_at") != null) {
            return SignatoryState.EXPIRED;
        }
        if (!role(row).isAsked()) {
            return SignatoryState.OBSERVING;
        }
        return row.getObject("invited_at") != null ? SignatoryState.INVITED : SignatoryState.WAITING;
    }
}
