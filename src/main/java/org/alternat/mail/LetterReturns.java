package org.alternat.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came back about a letter that was taken. A report that is read twice, by two nodes for instance, tells once. */
@Component
class LetterReturns {

    private static final Logger LOG = LoggerFactory.getLogger(LetterReturns.class);

    private final LetterLedger ledger;

    LetterReturns(LetterLedger ledger) {
        this.ledger = ledger;
    }

    /** True when it told something new about a letter of ours. */
    @Transactional
    public boolean record(MailReport report) {
        return ledger.taken(report.letter())
                .filter(letter -> ledger.returned(letter, report.state(), report.said()))
                .map(letter -> {
                    LOG.info("Letter {} came back: {}", letter.key(), report.state());
                    return true;
                })
                .orElse(false);
    }
}
