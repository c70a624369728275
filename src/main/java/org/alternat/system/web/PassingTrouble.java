package org.alternat.system.web;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells trouble that passes by itself (the database is away, or busy with somebody else) from a fault of ours. */
final class PassingTrouble {

    private PassingTrouble() {}

    /** What a request that failed in this way is answered with: to try again (503), or that something is broken (500). */
    static HttpStatus status(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = next(cause)) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
        }
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static @Nullable Throwable next(Throwable trouble) {
        return trouble.getCause() == trouble ? null : trouble.getCause();
    }
}
