package org.alternat.circulation;

import static org.alternat.circulation.CirculationProcess.declarationId;

import java.util.List;
import org.alternat.archive.Archive;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.declaration.Instruments;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.sealing.SealedDocumentCheck;
import org.alternat.sealing.Sealing;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.signing.DocumentPreparation;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code declaration-circulation}, in the order of the diagram. Each maps in, calls one service, maps out; each
 * may run twice, and the service sees by its natural key that it has been done.
 */
@Configuration(proxyBeanMethods = false)
class DeclarationSteps {

    @Bean
    JavaDelegate prepareDocumentDelegate(DocumentPreparation preparation) {
        return execution -> preparation.prepare(declarationId(execution));
    }

    @Bean
    JavaDelegate openNextRoundDelegate(Rounds rounds, Signatories signatories) {
        return execution -> {
            List<SignatoryId> next = rounds.next(declarationId(execution));
            if (next.isEmpty()) {
                CirculationProcess.noRoundLeft(execution);
            } else {
                CirculationProcess.roundOpened(
                        execution, signatories.get(next.get(0)).round());
            }
        };
    }

    @Bean
    JavaDelegate inviteSignatoriesDelegate(Invitations invitations) {
        return execution -> {
            Invitations.Batch batch = invitations.openBatch(
                    declarationId(execution),
                    CirculationProcess.round(execution),
                    CirculationProcess.opened(execution));
            CirculationProcess.opened(execution, batch.opened(), batch.all());
        };
    }

    @Bean
    JavaDelegate applyCompletionRuleDelegate(Rounds rounds) {
        return execution -> CirculationProcess.complete(execution, rounds.complete(declarationId(execution)));
    }

    @Bean
    JavaDelegate recordIncompletenessDelegate(DeclarationCompletion completion) {
        return execution -> completion.incomplete(declarationId(execution));
    }

    @Bean
    JavaDelegate announceIncompletenessDelegate(LetterDeliveries letters) {
        return execution -> letters.incompleteNotices(declarationId(execution));
    }

    @Bean
    JavaDelegate sealDocumentDelegate(Sealing sealing) {
        return execution -> sealing.seal(declarationId(execution));
    }

    @Bean
    JavaDelegate checkSealedDocumentDelegate(SealedDocumentCheck check) {
        return execution -> check.check(declarationId(execution));
    }

    @Bean
    JavaDelegate deliverFinalCopiesDelegate(LetterDeliveries letters) {
        return execution -> letters.finalCopies(declarationId(execution));
    }

    @Bean
    JavaDelegate archiveDeclarationDelegate(Archive archive, Instruments instruments) {
        return execution -> {
            DeclarationId id = declarationId(execution);
            archive.store(id);
            CirculationProcess.attachedToAnother(execution, instruments.find(id).isPresent());
        };
    }

    @Bean
    JavaDelegate announceInstrumentDelegate(Instruments instruments, LetterDeliveries letters) {
        return execution -> {
            DeclarationId id = declarationId(execution);
            letters.instrumentNotices(id);
            instruments.find(id).ifPresent(instruments::announced);
        };
    }

    @Bean
    JavaDelegate prolongInvitationsDelegate(Invitations invitations) {
        return execution -> invitations.prolong(declarationId(execution));
    }

    @Bean
    JavaDelegate pauseInvitationsDelegate(Invitations invitations) {
        return execution -> invitations.followPause(declarationId(execution));
    }

    @Bean
    JavaDelegate resumeInvitationsDelegate(Invitations invitations) {
        return execution -> invitations.followPause(declarationId(execution));
    }

    @Bean
    JavaDelegate closeInvitationsDelegate(Invitations invitations) {
        return execution -> invitations.close(declarationId(execution));
    }

    @Bean
    JavaDelegate stopInvitationsDelegate(Invitations invitations) {
        return execution -> invitations.stop(declarationId(execution));
    }

    @Bean
    JavaDelegate notifySignatoriesDelegate(LetterDeliveries letters) {
        return execution -> letters.withdrawalNotices(declarationId(execution));
    }
}
