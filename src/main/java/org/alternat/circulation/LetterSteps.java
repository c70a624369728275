package org.alternat.circulation;

import java.util.Objects;
import org.alternat.access.FreshLinks;
import org.alternat.delivery.FinalCopies;
import org.alternat.invitation.ChangeLetters;
import org.alternat.invitation.DelegationLetters;
import org.alternat.invitation.InstrumentLetters;
import org.alternat.invitation.InvitationLetters;
import org.alternat.invitation.NoticeLetters;
import org.alternat.invitation.PaperLetters;
import org.alternat.invitation.RefusalLetters;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffId;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one step of {@code letter-delivery}, and the one of {@code fresh-link}. */
@Configuration(proxyBeanMethods = false)
class LetterSteps {

    @Bean
    JavaDelegate sendFreshLinkDelegate(FreshLinks links, InvitationLetters letters) {
        return execution -> links.owner(FreshLinkProcess.link(execution)).ifPresent(owner -> {
            try {
                letters.sendFreshLink(owner, FreshLinkProcess.askedAt(execution), () -> links.sent(owner));
            } catch (RuntimeException e) {
                links.notSent(owner);
                throw e;
            }
        });
    }

    @Bean
    JavaDelegate sendLetterDelegate(
            FinalCopies finalCopies,
            NoticeLetters notices,
            ChangeLetters changes,
            DelegationLetters delegations,
            InstrumentLetters instruments,
            PaperLetters papers,
            RefusalLetters refusals) {
        return execution -> {
            DeliveredLetter letter = LetterDeliveryProcess.letter(execution);
            String recipient = letter.recipientKey();
            switch (letter.kind()) {
                case FINAL_COPY -> finalCopies.send(letter.declarationId(), recipient);
                case REFUSAL_NOTICE ->
                    notices.sendRefusalNotice(Objects.requireNonNull(letter.about()), StaffId.parse(recipient));
                case CHANGE_NOTICE ->
                    changes.send(
                            Objects.requireNonNull(letter.about()),
                            number(recipient),
                            StaffId.parse(beforeColon(recipient)));
                case DELEGATION_NOTICE ->
                    delegations.tell(
                            Objects.requireNonNull(letter.about()),
                            number(recipient),
                            StaffId.parse(beforeColon(recipient)));
                case DELEGATION_ANSWER -> delegations.answer(Objects.requireNonNull(letter.about()), number(recipient));
                case REFUSAL_RECEIPT -> refusals.confirm(SignatoryId.parse(recipient));
                case REFUSAL_ANNOUNCEMENT ->
                    refusals.announce(SignatoryId.parse(recipient), Objects.requireNonNull(letter.about()));
                case PAPER_NOTICE -> papers.send(SignatoryId.parse(recipient));
                case INCOMPLETE_NOTICE ->
                    notices.sendIncompleteNotice(letter.declarationId(), StaffId.parse(recipient));
                case INSTRUMENT_NOTICE -> instruments.send(letter.declarationId(), SignatoryId.parse(recipient));
                case WITHDRAWAL_NOTICE -> notices.sendWithdrawalNotice(SignatoryId.parse(recipient));
            }
        };
    }

    private static String beforeColon(String recipient) {
        return recipient.substring(0, recipient.indexOf(':'));
    }

    private static int number(String recipient) {
        return Integer.parseInt(recipient.substring(recipient.indexOf(':') + 1));
    }
}
