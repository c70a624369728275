package org.alternat.declaration.input;

import java.util.Optional;
import org.alternat.declaration.MandateGround;
import org.alternat.declaration.NewMandate;
import org.alternat.document.ScanType;
import org.jspecify.annotations.Nullable;

/** Reads what an organiser states about a mandate. */
public final class MandateReader {

    private MandateReader() {}

    /**
     * Reads it.
     *
     * @param brought whether a document came with it
     * @param type what that document is; empty when it is none that is taken
     */
    public static Checked<NewMandate> read(
            @Nullable String ground,
            @Nullable String statement,
            @Nullable String checkedBy,
            boolean brought,
            Optional<ScanType> type) {
        FieldReader reader = new FieldReader();
        Optional<MandateGround> known = MandateGround.named(ground);
        if (known.isEmpty()) {
            reader.fault("ground", "declaration.input.mandateGround");
        }
        String said = reader.required("statement", statement, NewMandate.MAX_STATEMENT);
        String checker = reader.required("checkedBy", checkedBy, NewMandate.MAX_CHECKED_BY);
        if (brought && type.isEmpty()) {
            reader.fault("document", "declaration.input.scan");
        }
        return reader.errors().isEmpty()
                ? new Checked.Valid<>(new NewMandate(known.orElseThrow(), said, checker, type.orElse(null)))
                : new Checked.Invalid<>(reader.errors());
    }
}
