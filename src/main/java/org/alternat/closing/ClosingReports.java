package org.alternat.closing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.closing.ClosingReport.Answer;
import org.alternat.closing.ClosingReport.File;
import org.alternat.closing.ClosingReport.Incident;
import org.alternat.closing.ClosingReport.Line;
import org.alternat.closing.ClosingReport.Told;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Languages;
import org.alternat.declaration.Party;
import org.alternat.declaration.RuleWording;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.moment.City;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws up closing reports, anew at each reading: they rest on the domain and the audit trail and are kept nowhere else. */
@Service
public class ClosingReports {

    private static final int FORMAT = 1;

    private final Declarations declarations;
    private final Signatories signatories;
    private final Revisions revisions;
    private final AuditTrail audit;
    private final RuleWording rules;
    private final DeclarationTimes times;

    ClosingReports(
            Declarations declarations,
            Signatories signatories,
            Revisions revisions,
            AuditTrail audit,
            RuleWording rules,
            DeclarationTimes times) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.revisions = revisions;
        this.audit = audit;
        this.rules = rules;
        this.times = times;
    }

    /** The report; empty while the declaration is a draft or circulates, and when there is none. */
    @Transactional(readOnly = true)
    public Optional<ClosingReport> of(DeclarationId id) {
        return declarations
                .find(id)
                .filter(declaration -> declaration.releasedAt() != null && declaration.closedAt() != null)
                .map(this::report);
    }

    private ClosingReport report(Declaration declaration) {
        List<AuditEntry> entries = audit.entries(declaration.id());
        TrailFacts facts = new TrailFacts(entries);
        List<Revision> chain = revisions.list(declaration.id());
        Map<String, Signatory> people = signatories.of(declaration.id()).stream()
                .collect(Collectors.toMap(
                        one -> "signatory:" + one.id(), one -> one, (one, other) -> one, LinkedHashMap::new));
        return new ClosingReport(
                FORMAT,
                declaration.reference(),
                declaration.id().value(),
                declaration.title(),
                declaration.placeAndDate(),
                declaration.versions().all().stream()
                        .map(one -> new ClosingReport.Language(
                                one.tag(), one.standing().word(), one.fromPage()))
                        .toList(),
                declaration.zone().getId(),
                City.write(times.cities(declaration)),
                outcome(declaration.state()).name(),
                told(declaration.releasedAt(), declaration),
                told(declaration.closedAt(), declaration),
                told(declaration.effectiveAt(), declaration),
                rule(declaration),
                new File(0, chain.get(0).sha256().hex(), chain.get(0).length(), null),
                finalFile(chain, facts),
                lines(declaration, people, chain, facts),
                facts.incidents().stream()
                        .map(entry -> incident(entry, people, facts, declaration))
                        .toList(),
                entries.size());
    }

    /** What became of the circulation: that the sealed document is archived too is another matter. */
    private static DeclarationState outcome(DeclarationState state) {
        return state == DeclarationState.ARCHIVED ? DeclarationState.SEALED : state;
    }

    private ClosingReport.Rule rule(Declaration declaration) {
        Map<String, String> words = new LinkedHashMap<>();
        Languages.OF_TEXTS.forEach(language -> words.put(
                language.toLanguageTag(), rules.sentence(declaration.terms().rule(), language)));
        return new ClosingReport.Rule(declaration.terms().rule().toString(), words, declaration.effectiveAt() != null);
    }

    private static @Nullable File finalFile(List<Revision> chain, TrailFacts facts) {
        return Revision.closing(chain)
                .map(last -> new File(last.number(), last.sha256().hex(), last.length(), facts.sealLevel()))
                .orElse(null);
    }

    private List<Line> lines(
            Declaration declaration, Map<String, Signatory> people, List<Revision> chain, TrailFacts facts) {
        Map<PartyId, Party> parties = signatories.organisations(declaration.id()).stream()
                .collect(Collectors.toMap(Party::id, party -> party));
        return people.entrySet().stream()
                .map(one -> line(
                        one.getKey(),
                        one.getValue(),
                        Objects.requireNonNull(parties.get(one.getValue().partyId())),
                        chain,
                        facts,
                        declaration))
                .toList();
    }

    private static Line line(
            String key,
            Signatory person,
            Party party,
            List<Revision> chain,
            TrailFacts facts,
            Declaration declaration) {
        Integer revision = person.revision();
        return new Line(
                person.precedence(),
                party.side(),
                party.name(),
                person.isNamed() ? person.fullName() : null,
                person.capacity(),
                person.role().word(),
                person.onBehalfOf(),
                person.version() - 1,
                answer(person),
                told(person.answeredAt(), declaration),
                told(person.signedAt(), declaration),
                person.adReferendum(),
                told(person.confirmedAt(), declaration),
                facts.level(key),
                revision,
                revision == null ? null : chain.get(revision).sha256().hex(),
                person.answeredAt() == null || person.state() == SignatoryState.SIGNED_ON_PAPER
                        ? null
                        : facts.identified(key),
                person.attendance(),
                facts.reminders(key),
                facts.undelivered(key),
                person.refusalReason(),
                facts.mandate(key));
    }

    private static Answer answer(Signatory person) {
        return switch (person.state()) {
            case SIGNED -> person.isProvisional() ? Answer.PROVISIONAL : Answer.SIGNED;
            case CONSENTED -> Answer.CONSENTED;
            case SIGNED_ON_PAPER -> Answer.SIGNED_ON_PAPER;
            case APPROVED -> Answer.APPROVED;
            case INITIALLED -> Answer.INITIALLED;
            case REFUSED -> Answer.REFUSED;
            case OBSERVING -> Answer.OBSERVES;
            case WAITING, INVITED, EXPIRED -> Answer.NONE;
        };
    }

    private static Incident incident(
            AuditEntry entry, Map<String, Signatory> people, TrailFacts facts, Declaration declaration) {
        Signatory person = people.get(TrailFacts.subject(entry.event()));
        boolean letter = entry.event().type() == AuditEventType.LETTER_FAILED;
        return new Incident(
                Objects.requireNonNull(told(entry.at(), declaration)),
                entry.event().type().name(),
                person == null ? null : person.fullName(),
                letter ? entry.event().details().get("kind") : null,
                letter ? facts.mended(entry) : null,
                entry.event().type() == AuditEventType.EXTERNAL_SIGNATURE_REFUSED
                        ? entry.event().details().get("reason")
                        : null);
    }

    private static @Nullable Told told(@Nullable Instant instant, Declaration declaration) {
        ZoneId zone = declaration.zone();
        return instant == null
                ? null
                : new Told(instant, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)));
    }
}
