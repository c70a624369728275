package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.Revision;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** What is true of a declaration after every move, whoever made it. */
final class Invariants {

    /** Letters that ask somebody to answer, for the first time or anew. */
    private static final Set<String> INVITING = Set.of("invitation", "paper-undone");

    private Invariants() {}

    static void hold(FivePeople world) {
        auditTrailIsWhole(world);
        oneSignatureForEachWhoSigned(world);
        statusIsWhatTheTrailSays(world);
        whoeverIsAskedIsWaitedFor(world);
    }

    /** And when nothing is planned any more: everything is over, and every signature in the file is somebody's who signed. */
    static void holdAtTheEnd(FivePeople world) {
        hold(world);
        assertThat(world.bean(RuntimeService.class).createIncidentQuery().list().stream()
                        .map(incident -> incident.getActivityId() + ": " + incident.getIncidentMessage()))
                .isEmpty();
        assertThat(world.instances()).as("process instances left behind").isEmpty();
        assertThat(world.now().state())
                .isIn(
                        DeclarationState.WITHDRAWN,
                        DeclarationState.SUPERSEDED,
                        DeclarationState.INCOMPLETE,
                        DeclarationState.ARCHIVED);
        boolean all = world.people().stream()
                .allMatch(person ->
                        person.state() == SignatoryState.SIGNED || person.state() == SignatoryState.SIGNED_ON_PAPER);
        boolean ended =
                world.now().state() == DeclarationState.WITHDRAWN || world.now().state() == DeclarationState.SUPERSEDED;
        assertThat(world.now().state() == DeclarationState.ARCHIVED).isEqualTo(all && !ended);
        theFileHoldsExactlyThoseSignatures(world);
    }

    private static void auditTrailIsWhole(FivePeople world) {
        assertThat(world.bean(AuditTrail.class).verify(world.id).firstBroken()).isEmpty();
    }

    private static void oneSignatureForEachWhoSigned(FivePeople world) {
        List<Revision> chain = world.bean(Revisions.class).list(world.id);
        for (int n = 0; n < chain.size(); n++) {
            assertThat(chain.get(n).number()).isEqualTo(n);
        }
        assertThat(world.people().stream()
                        .filter(person -> person.state() == SignatoryState.SIGNED)
                        .map(Signatory::revision))
                .containsExactlyInAnyOrderElementsOf(chain.stream()
                        .filter(revision -> revision.kind() == RevisionKind.SIGNATURE)
                        .map(Revision::number)
                        .toList());
    }

    private static void statusIsWhatTheTrailSays(FivePeople world) {
        Map<String, SignatoryState> told = new HashMap<>();
        Set<String> invited = new HashSet<>();
        DeclarationState declaration = DeclarationState.DRAFT;
        for (AuditEntry entry : world.bean(AuditTrail.class).entries(world.id)) {
            Map<String, String> details = entry.event().details();
            String actor = entry.event().actor().replace("signatory:", "");
            switch (entry.event().type()) {
                case LETTER_SENT -> {
                    if (INVITING.contains(details.get("kind"))) {
                        String who = details.get("recipient").replace("signatory:", "");
                        once(
                                told,
                                who,
                                told.get(who) == SignatoryState.WAITING ? SignatoryState.WAITING : null,
                                SignatoryState.INVITED);
                        invited.add(who);
                    }
                }
                case CONSENT_GIVEN -> once(told, actor, SignatoryState.INVITED, SignatoryState.CONSENTED);
                case SIGNATURE_REFUSED -> once(told, actor, SignatoryState.INVITED, SignatoryState.REFUSED);
                case SIGNATURE_COLLECTED ->
                    once(told, details.get("signatory"), SignatoryState.CONSENTED, SignatoryState.SIGNED);
                case INVITATION_EXPIRED -> told.put(details.get("signatory"), SignatoryState.EXPIRED);
                case CIRCULATION_CLOSED_EARLY ->
                    // whose round had not come is never asked any more, and nothing further is told of them
                    world.people().stream()
                            .filter(person -> person.state() == SignatoryState.EXPIRED)
                            .forEach(person -> told.putIfAbsent(person.id().toString(), SignatoryState.EXPIRED));
                case PERSON_REPLACED, SIGNATURE_DELEGATED -> {
                    told.remove(details.get("signatory"));
                    invited.remove(details.get("signatory"));
                }
                case DEADLINE_PROLONGED -> {
                    told.replaceAll((who, state) -> state != SignatoryState.EXPIRED
                            ? state
                            : invited.contains(who) ? SignatoryState.INVITED : SignatoryState.WAITING);
                    declaration = DeclarationState.CIRCULATING;
                }
                case DECLARATION_RELEASED -> declaration = DeclarationState.CIRCULATING;
                case DECLARATION_WITHDRAWN -> declaration = DeclarationState.WITHDRAWN;
                case PAPER_SIGNATURE_RECORDED -> told.put(details.get("signatory"), SignatoryState.SIGNED_ON_PAPER);
                case PAPER_SIGNATURE_UNDONE -> {
                    told.remove(details.get("signatory"));
                    invited.remove(details.get("signatory"));
                }
                case TEXT_CORRECTED -> declaration = DeclarationState.SUPERSEDED;
                case DECLARATION_INCOMPLETE -> declaration = DeclarationState.INCOMPLETE;
                case DOCUMENT_SEALED -> declaration = DeclarationState.SEALED;
                case DECLARATION_ARCHIVED -> declaration = DeclarationState.ARCHIVED;
                default -> {
                    // tells of no turn
                }
            }
        }
        assertThat(world.now().state()).isEqualTo(declaration);
        for (Signatory person : world.people()) {
            assertThat(person.state())
                    .as("%s after %s", person.id(), trail(world))
                    .isEqualTo(told.getOrDefault(person.id().toString(), SignatoryState.WAITING));
        }
    }

    private static List<String> trail(FivePeople world) {
        return world.bean(AuditTrail.class).entries(world.id).stream()
                .map(entry -> entry.event().type() + " " + entry.event().details())
                .toList();
    }

    /** A turn comes once, and after the one that it needs. */
    private static void once(
            Map<String, SignatoryState> told, String person, SignatoryState before, SignatoryState after) {
        assertThat(told.get(person)).as("before " + after).isEqualTo(before);
        told.put(person, after);
    }

    /** Somebody who has a letter and has not answered has exactly one invitation that waits; nobody has two. */
    private static void whoeverIsAskedIsWaitedFor(FivePeople world) {
        List<String> keys =
                world.instances().stream().map(ProcessInstance::getBusinessKey).toList();
        assertThat(keys).doesNotHaveDuplicates();
        if (world.now().state() != DeclarationState.CIRCULATING) {
            return;
        }
        assertThat(keys).contains(CirculationProcess.businessKey(world.id));
        for (Signatory person : world.people()) {
            if (person.state() == SignatoryState.INVITED || person.state() == SignatoryState.CONSENTED) {
                assertThat(keys).contains(InvitationProcess.businessKey(world.id, person.id()));
            }
        }
    }

    private static void theFileHoldsExactlyThoseSignatures(FivePeople world) {
        PdfBytes file = world.bean(Revisions.class).read(world.id);
        if (world.bean(Revisions.class).list(world.id).size() < 3) {
            return; // withdrawn before anything was signed, the service's certification included
        }
        VerificationReport report = new SignatureVerifier(world.bean(TrustAnchors.class)).verify(file);
        assertThat(report.problems()).isEmpty();
        assertThat(report.valid()).isTrue();
        List<String> fields = world.people().stream()
                .map(person -> SignatureFields.signature(person.precedence()))
                .toList();
        assertThat(report.signatures().stream()
                        .map(VerificationReport.VerifiedSignature::fieldName)
                        .filter(fields::contains))
                .containsExactlyInAnyOrderElementsOf(world.people().stream()
                        .filter(person -> person.state() == SignatoryState.SIGNED)
                        .map(person -> SignatureFields.signature(person.precedence()))
                        .toList());
    }
}
