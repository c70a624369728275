package org.alternat.verification.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.alternat.verification.CheckedFile;
import org.alternat.verification.NotAPdfException;
import org.alternat.verification.Verification;
import org.alternat.verification.VerificationBusyException;
import org.alternat.verification.VisitorLimit;
import org.springframework.stereotype.Component;

/** Where page and API hand their file over: limits first, then the check, and every refusal by its name. */
@Component
class Counter {

    private final Verification verification;
    private final VisitorLimit limit;

    Counter(Verification verification, VisitorLimit limit) {
        this.verification = verification;
        this.limit = limit;
    }

    /** @param visitor the address that the request comes from */
    CheckedFile check(byte[] file, String visitor) throws RefusedException {
        if (file.length == 0) {
            throw new RefusedException(Refusal.NO_FILE);
        }
        if (file.length > Verification.MAX_BYTES) {
            throw new RefusedException(Refusal.TOO_LARGE);
        }
        return limited(visitor, () -> verification.check(file));
    }

    CheckedFile checkFinalCopy(String reference, String visitor) throws RefusedException {
        Optional<CheckedFile> checked = limited(visitor, () -> verification.checkFinalCopy(reference));
        return checked.orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_REFERENCE));
    }

    private <T> T limited(String visitor, Supplier<T> check) throws RefusedException {
        if (!limit.take(visitor)) {
            throw new RefusedException(Refusal.TOO_MANY);
        }
        try {
            return check.get();
        } catch (NotAPdfException e) {
            throw new RefusedException(Refusal.NOT_A_PDF);
        } catch (VerificationBusyException e) {
            throw new RefusedException(Refusal.BUSY);
        }
    }

    /** Nothing was checked. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        RefusedException(Refusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
