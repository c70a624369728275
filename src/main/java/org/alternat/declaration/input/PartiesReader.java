package org.alternat.declaration.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Puts signatories together to parties. The same name is the same party, which must then have the same side and region; the
 * order of precedence is the order in which parties first appear. Whoever brings the rows, CSV, form or API, meets the same
 * rules here.
 */
public final class PartiesReader {

    /** Longest side, region, given or family name, in characters. */
    public static final int SHORT = 100;

    /** Longest party name or capacity, in characters. */
    public static final int LONG = 200;

    private final FieldReader fields = new FieldReader();
    private final Map<String, Gathered> parties = new LinkedHashMap<>();

    private PartiesReader() {}

    /** Reads all rows, or names every fault in them. */
    public static Checked<List<NewParty>> read(List<SignatoryInput> rows) {
        return read(rows, List.of());
    }

    static Checked<List<NewParty>> read(List<SignatoryInput> rows, List<InputError> before) {
        PartiesReader reader = new PartiesReader();
        rows.forEach(reader::row);
        List<InputError> errors = new ArrayList<>(before);
        errors.addAll(reader.fields.errors());
        if (!errors.isEmpty()) {
            return new Checked.Invalid<>(errors);
        }
        return new Checked.Valid<>(
                reader.parties.values().stream().map(Gathered::party).toList());
    }

    private void row(SignatoryInput row) {
        fields.at(row.line());
        String side = fields.required("side", row.side(), SHORT);
        String name = fields.required("party", row.party(), LONG);
        String region = fields.required("region", row.region(), SHORT);
        Optional<EmailAddress> contact =
                blank(row.contact()) ? Optional.empty() : fields.email("contact", row.contact());
        Optional<NewSignatory> signatory = signatory(row);
        if (name.isEmpty()) {
            return;
        }
        Gathered party = parties.computeIfAbsent(name, key -> new Gathered(name, side, region));
        same(party, "side", party.side, side);
        same(party, "region", party.region, region);
        contact.ifPresent(address -> party.contact = address);
        signatory.ifPresent(one -> {
            EmailAddress email = one.email();
            if (email != null) {
                duplicate(party, email, one.role(), row.line());
            }
            party.signatories.add(one);
        });
    }

    private Optional<NewSignatory> signatory(SignatoryInput row) {
        boolean named = !isToBeConfirmed(row);
        String given = named ? fields.required("given_name", row.givenName(), SHORT) : "";
        String family = named ? fields.required("family_name", row.familyName(), SHORT) : "";
        String capacity = named
                ? fields.required("capacity", row.capacity(), LONG)
                : fields.optional("capacity", row.capacity(), LONG);
        Optional<EmailAddress> email = named ? fields.email("email", row.email()) : Optional.empty();
        Optional<Locale> locale = fields.locale("locale", row.locale());
        int round = fields.round("order", row.order());
        SignatoryRole role = fields.role("role", row.role());
        return locale.isEmpty() || (named && email.isEmpty())
                ? Optional.empty()
                : Optional.of(new NewSignatory(given, family, capacity, email.orElse(null), locale.get(), round, role));
    }

    /**
     * Neither a name nor an address: the party has still to say who. One of them without the other is a slip of the pen, and
     * somebody who is never asked is nobody without an address.
     */
    private static boolean isToBeConfirmed(SignatoryInput row) {
        boolean asked = row.role() == null
                || SignatoryRole.of(row.role().strip())
                        .map(SignatoryRole::isAsked)
                        .orElse(true);
        return asked && blank(row.givenName()) && blank(row.familyName()) && blank(row.email());
    }

    private void same(Gathered party, String field, String first, String now) {
        if (!first.isEmpty() && !now.isEmpty() && !first.equals(now)) {
            fields.fault(field, "declaration.input.partyDiffers", party.name, first);
        }
    }

    /** One person may have several roles for a party, but each only once. */
    private void duplicate(Gathered party, EmailAddress email, SignatoryRole role, @Nullable Integer line) {
        int here = Objects.requireNonNullElse(line, 0);
        Integer before =
                party.addresses.putIfAbsent(role.word() + " " + email.value().toLowerCase(Locale.ROOT), here);
        if (before != null) {
            fields.fault("email", "declaration.input.duplicateAddress", party.name, before);
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static final class Gathered {
        private final String name;
        private final String side;
        private final String region;
        private final List<NewSignatory> signatories = new ArrayList<>();
        private final Map<String, Integer> addresses = new HashMap<>();
        private @Nullable EmailAddress contact;

        Gathered(String name, String side, String region) {
            this.name = name;
            this.side = side;
            this.region = region;
        }

        NewParty party() {
            return new NewParty(side, name, region, contact, signatories);
        }
    }
}
