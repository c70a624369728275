package org.alternat.mail;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the server said when the transaction that wanted the letter is already lost. */
@Component
class LetterFailures {

    private final LetterLedger ledger;

    LetterFailures(LetterLedger ledger) {
        this.ledger = ledger;
    }

    /** Called after the caller's roll-back; a transaction of its own because the thread still looks as if it were in the lost one. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void record(LetterKey key, String messageId, PostException failure) {
        ledger.failed(
                key, messageId, failure.addressRefused() ? LetterState.REFUSED : LetterState.FAILED, failure.answer());
    }
}
