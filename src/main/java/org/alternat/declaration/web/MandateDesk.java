package org.alternat.declaration.web;

import java.io.IOException;
import java.util.Optional;
import org.alternat.declaration.Mandates;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.input.Checked;
import org.alternat.declaration.input.MandateReader;
import org.alternat.document.ScanIntake;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads a mandate and its document, for the page and for the API alike. */
@Component
class MandateDesk {

    private final Mandates mandates;
    private final ScanIntake intake;

    MandateDesk(Mandates mandates, ScanIntake intake) {
        this.mandates = mandates;
        this.intake = intake;
    }

    /** What came of recording it, or every fault of what was stated and brought. */
    Checked<MoveOutcome> record(DeclarationId id, SignatoryId signatory, MandateForm form, StaffIdentity by)
            throws IOException {
        MultipartFile file = form.document();
        boolean brought = file != null && !file.isEmpty();
        byte[] bytes =
                file == null || !brought || file.getSize() > ScanIntake.MAX_BYTES ? new byte[0] : file.getBytes();
        Optional<ScanType> type = intake.examine(bytes);
        return MandateReader.read(form.ground(), form.statement(), form.checkedBy(), brought, type)
                .fold(
                        read -> new Checked.Valid<>(mandates.record(id, signatory, read, bytes, by)),
                        Checked.Invalid::new);
    }
}
