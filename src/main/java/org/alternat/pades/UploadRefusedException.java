package org.alternat.pades;

import java.util.List;
import org.alternat.pades.UploadVerdict.Reason;

/** Ends the checks of an upload at the first rule that it breaks. */
final class UploadRefusedException extends Exception {

    private final Reason reason;
    private final transient List<RevisionChange> changes;

    UploadRefusedException(Reason reason) {
        this(reason, List.of());
    }

    UploadRefusedException(Reason reason, List<RevisionChange> changes) {
        super(reason.name());
        this.reason = reason;
        this.changes = List.copyOf(changes);
    }

    UploadVerdict.Refused outcome() {
        return new UploadVerdict.Refused(reason, changes);
    }
}
