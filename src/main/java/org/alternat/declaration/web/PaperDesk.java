package org.alternat.declaration.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.PaperSignatures;
import org.alternat.declaration.input.Checked;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.PaperDateReader;
import org.alternat.document.ScanIntake;
import org.alternat.document.ScanType;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads a scan and the day on it, for the page and for the API alike. */
@Component
class PaperDesk {

    private final PaperSignatures papers;
    private final ScanIntake intake;
    private final Clock clock;

    PaperDesk(PaperSignatures papers, ScanIntake intake, Clock clock) {
        this.papers = papers;
        this.intake = intake;
        this.clock = clock;
    }

    /** What came of recording it, or every fault of what was brought. */
    Checked<MoveOutcome> record(
            Declaration declaration,
            SignatoryId signatory,
            @Nullable MultipartFile scan,
            @Nullable String signedOn,
            StaffIdentity by)
            throws IOException {
        byte[] bytes = scan == null || scan.getSize() > ScanIntake.MAX_BYTES ? new byte[0] : scan.getBytes();
        Optional<ScanType> type = intake.examine(bytes);
        Checked<LocalDate> day =
                PaperDateReader.read(signedOn, LocalDate.ofInstant(clock.instant(), declaration.zone()));
        List<InputError> faults = new ArrayList<>(day.fold(read -> List.of(), errors -> errors));
        if (type.isEmpty()) {
            faults.add(InputError.of("scan", "declaration.input.scan"));
        }
        return faults.isEmpty()
                ? day.fold(
                        read -> new Checked.Valid<>(
                                papers.record(declaration.id(), signatory, bytes, type.orElseThrow(), read, by)),
                        Checked.Invalid::new)
                : new Checked.Invalid<>(faults);
    }
}
