package org.alternat.declaration.input;

import java.util.Locale;
import java.util.Optional;
import org.alternat.declaration.Person;
import org.alternat.shared.EmailAddress;

/** Reads one person by the rules that the rows of a list of signatories keep. */
public final class PersonReader {

    private PersonReader() {}

    /** Reads the person's five fields; side, party, region, contact and order are not looked at. */
    public static Checked<Person> read(SignatoryInput input) {
        FieldReader fields = new FieldReader();
        String given = fields.required("given_name", input.givenName(), PartiesReader.SHORT);
        String family = fields.required("family_name", input.familyName(), PartiesReader.SHORT);
        String capacity = fields.required("capacity", input.capacity(), PartiesReader.LONG);
        Optional<EmailAddress> email = fields.email("email", input.email());
        Optional<Locale> locale = fields.locale("locale", input.locale());
        if (!fields.errors().isEmpty()) {
            return new Checked.Invalid<>(fields.errors());
        }
        return new Checked.Valid<>(new Person(given, family, capacity, email.orElseThrow(), locale.orElseThrow()));
    }
}
