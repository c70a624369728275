package org.alternat.declaration;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import org.alternat.audit.AuditTrail;
import org.alternat.document.Revisions;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The package's services on a real database, with the packages below it; nothing runs in a test's own transaction. */
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest
@EnableResilientMethods
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({
    DeclarationRows.class,
    PartyRows.class,
    PersonRows.class,
    TurnRows.class,
    AnswerRows.class,
    MoveGate.class,
    InstrumentRows.class,
    InstrumentCheck.class,
    CompleteDraft.class,
    DecidedPublicity.class,
    PublicityRows.class,
    Publicities.class,
    ReleaseCheck.class,
    Instruments.class,
    StatusTable.class,
    Replacements.class,
    PaperRows.class,
    PaperSignatures.class,
    PaperUndoing.class,
    MandateRows.class,
    Mandates.class,
    CorrectionRows.class,
    Corrections.class,
    DelegationRows.class,
    Delegations.class,
    Prolongations.class,
    Precedence.class,
    Effect.class,
    Pauses.class,
    EarlyClosing.class,
    RefusalPolicy.class,
    DeclarationFacts.class,
    Declarations.class,
    Signatories.class,
    Rounds.class,
    DeclarationCompletion.class,
    DraftRows.class,
    DraftSteps.class,
    Drafts.class,
    Revisions.class,
    AuditTrail.class,
    DeclarationSlice.Time.class,
    FactRecorder.class
})
@interface DeclarationSlice {

    class Time {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
