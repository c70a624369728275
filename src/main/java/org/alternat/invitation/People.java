package org.alternat.invitation;

import java.util.List;
import org.alternat.declaration.Organiser;
import org.alternat.declaration.Signatory;
import org.alternat.mail.Recipient;

/** Who is written to. */
final class People {

    private People() {}

    static Recipient of(Signatory signatory) {
        return new Recipient(signatory.fullName(), signatory.mailbox());
    }

    static Recipient of(Organiser organiser) {
        return new Recipient(organiser.name(), organiser.email());
    }

    static List<Recipient> of(List<Organiser> organisers) {
        return organisers.stream().map(People::of).toList();
    }
}
