package org.alternat.declaration;

import java.util.Locale;
import org.alternat.shared.EmailAddress;

/**
 * A natural person who is to sign for a party.
 *
 * @param capacity as it shall stand under the signature
 * @param locale the language of letters and pages, one of {@link Languages#OF_SIGNATORIES}
 */
public record Person(String givenName, String familyName, String capacity, EmailAddress email, Locale locale) {

    public Person {
        if (!Languages.OF_SIGNATORIES.contains(locale)) {
            throw new IllegalArgumentException("a person has a known locale");
        }
    }

    static Person of(Signatory signatory) {
        return new Person(
                signatory.givenName(),
                signatory.familyName(),
                signatory.capacity(),
                signatory.mailbox(),
                signatory.locale());
    }

    /** As the person writes it: given name first. */
    public String fullName() {
        return givenName + " " + familyName;
    }

    /** As the audit trail names somebody: by name and capacity, which the document shows too; never by address. */
    String inWords() {
        return fullName() + ", " + capacity;
    }

    /** A name or an address must not reach a log by accident. */
    @Override
    public String toString() {
        return "Person[***]";
    }
}
