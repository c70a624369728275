package org.alternat.archive;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.LanguageStanding;
import org.alternat.declaration.LanguageText;
import org.alternat.declaration.LanguageVersion;
import org.alternat.declaration.LanguageVersions;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.Party;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.IntakeResult;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.judge.Indication;
import org.alternat.judge.JudgedSignature;
import org.alternat.judge.Judgement;
import org.alternat.judge.Judgements;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pades.FieldPreparation;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignaturePages;
import org.alternat.pades.ValidationDataCollector;
import org.alternat.pki.CmsSigner;
import org.alternat.pki.RevocationData;
import org.alternat.pki.ServiceSeal;
import org.alternat.pki.SignatorySigner;
import org.alternat.pki.SignatorySubject;
import org.alternat.pki.TimestampAuthority;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Publicity;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes declarations through their whole life with the real packages: prepared, certified, signed, sealed. */
public class SealedDeclarations {

    public static final TestDeclarations.Staff ORGANISER = TestDeclarations.organiser("Anouk");

    private final Declarations declarations;
    private final Signatories signatories;
    private final DeclarationCompletion completion;
    private final Revisions revisions;
    private final Judgements judgements;
    private final Rounds rounds;
    private final SignatorySigner signer;
    private final ServiceSeal seal;
    private final RevocationData revocation;
    private final TimestampAuthority timestamps;
    private final TransactionTemplate transaction;
    private final ChainWriter writer = new ChainWriter();

    SealedDeclarations(
            Declarations declarations,
            Signatories signatories,
            DeclarationCompletion completion,
            Rounds rounds,
            Revisions revisions,
            Judgements judgements,
            SignatorySigner signer,
            ServiceSeal seal,
            RevocationData revocation,
            TimestampAuthority timestamps,
            TransactionTemplate transaction) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.completion = completion;
        this.rounds = rounds;
        this.revisions = revisions;
        this.judgements = judgements;
        this.signer = signer;
        this.seal = seal;
        this.revocation = revocation;
        this.timestamps = timestamps;
        this.transaction = transaction;
    }

    /** A party as a test names it, with the people who sign for it. */
    public record Signing(String side, String party, String... people) {

        NewParty toParty() {
            List<org.alternat.declaration.NewSignatory> all = new ArrayList<>();
            for (String person : people) {
                int cut = person.indexOf(' ');
                all.add(TestDeclarations.signatory(person.substring(0, cut), person.substring(cut + 1), 1));
            }
            return new NewParty(side, party, "Wallonie", new EmailAddress("contact@example.org"), all);
        }
    }

    /** A draft that nobody has seen yet. */
    public DeclarationId draft(String title, Signing... parties) {
        PdfBytes text = ChainFixture.text(2);
        List<NewParty> made = new ArrayList<>();
        for (Signing party : parties) {
            made.add(party.toParty());
        }
        return declarations.draft(
                new NewDeclaration(
                        title,
                        "Fait à Villeneuve-d’Ascq, le 28 novembre 2019",
                        new LanguageVersions(List.of(
                                new LanguageVersion(Locale.FRENCH, LanguageStanding.PREVAILING, 1),
                                new LanguageVersion(Locale.forLanguageTag("nl"), LanguageStanding.AUTHENTIC, 2),
                                new LanguageVersion(Locale.ENGLISH, LanguageStanding.TRANSLATION, null))),
                        ZoneId.of("Europe/Paris"),
                        Instant.now().plus(20, ChronoUnit.DAYS),
                        new IntakeResult.Accepted(text, 2),
                        List.of(
                                new LanguageText(Locale.FRENCH, "Nous, parties à la présente…\n"),
                                new LanguageText(Locale.ENGLISH, "We, the parties…\n")),
                        made,
                        Publicity.NOT_DUE),
                ORGANISER);
    }

    /** Signed by everybody, sealed, and judged as passing. */
    public DeclarationId sealed(String title, Signing... parties) {
        DeclarationId id = sealedUnjudged(title, parties);
        judge(id, Indication.TOTAL_PASSED);
        return id;
    }

    /** Signed by everybody and sealed; nobody has judged it. */
    public DeclarationId sealedUnjudged(String title, Signing... parties) {
        DeclarationId id = draft(title, parties);
        declarations.release(id, ORGANISER);
        transaction.executeWithoutResult(s -> rounds.next(id));
        prepare(id);
        sign(id, RevisionKind.CERTIFICATION, SignatureFields.CERTIFICATION, "Alternat", seal);
        signatories.of(id).forEach(signatory -> sign(id, signatory));
        sign(id, RevisionKind.SEAL, SignatureFields.SEAL, "Alternat", seal);
        timestamp(id);
        transaction.executeWithoutResult(s -> completion.sealed(id, Instant.now()));
        return id;
    }

    /** Keeps a judgement that says the same of every signature. */
    public void judge(DeclarationId id, Indication indication) {
        judge(
                id,
                new Judgement(
                        signatories.of(id).stream()
                                .map(signatory -> judged(signatory, indication))
                                .toList(),
                        List.of(),
                        0,
                        "<SimpleReport/>",
                        "<DetailedReport/>",
                        "<ValidationReport/>"));
    }

    public void judge(DeclarationId id, Judgement judgement) {
        PdfBytes document = revisions.read(id);
        transaction.executeWithoutResult(s -> judgements.keep(id, document.sha256(), judgement));
    }

    private static JudgedSignature judged(Signatory signatory, Indication indication) {
        return new JudgedSignature(
                "S-" + signatory.precedence(),
                SignatureFields.signature(signatory.precedence()),
                signatory.fullName(),
                null,
                signatory.signedAt(),
                signatory.signedAt(),
                "PAdES-BASELINE-LTA",
                indication,
                indication.passed() ? null : "NO_CERTIFICATE_CHAIN_FOUND",
                List.of(),
                List.of());
    }

    private void prepare(DeclarationId id) {
        List<SignaturePages.Block> blocks = new ArrayList<>();
        for (Signatory signatory : signatories.of(id)) {
            Party party = signatories.party(signatory.partyId());
            blocks.add(new SignaturePages.Block(
                    signatory.precedence(),
                    SignatureFields.signature(signatory.precedence()),
                    party.name(),
                    party.region(),
                    "Signature pour " + party.name(),
                    Locale.FRENCH));
        }
        SignaturePages pages = new SignaturePages(
                "Déclaration commune",
                "Signatures",
                Locale.FRENCH,
                List.of(new SignaturePages.Group("Europe", blocks)),
                "Sceau du service");
        transaction.executeWithoutResult(s -> {
            Revisions.Head head = revisions.lock(id);
            revisions.appendPrepared(head, new FieldPreparation().prepare(revisions.read(id), pages));
        });
    }

    private void sign(DeclarationId id, Signatory signatory) {
        String party = signatories.party(signatory.partyId()).name();
        CmsSigner person = signer.signerFor(
                new SignatorySubject(signatory.id(), signatory.givenName(), signatory.familyName(), party, "BE"));
        transaction.executeWithoutResult(s -> {
            signatories.invited(signatory.id(), Instant.now());
            signatories.consented(signatory.id(), Instant.now());
        });
        String field = SignatureFields.signature(signatory.precedence());
        int revision = sign(id, RevisionKind.SIGNATURE, field, signatory.fullName(), person);
        transaction.executeWithoutResult(s -> {
            signatories.signed(signatory.id(), Instant.now(), revision);
            signatories.counted(signatory.id(), Instant.now());
        });
    }

    private int sign(DeclarationId id, RevisionKind kind, String field, String name, CmsSigner by) {
        SignatureDetails details = new SignatureDetails(
                field,
                name,
                "Signe la déclaration",
                "Villeneuve-d’Ascq",
                Instant.now(),
                List.of(name, "Secrétaire générale", "Villeneuve-d’Ascq"));
        return transaction.execute(s -> {
            Revisions.Head head = revisions.lock(id);
            var tip = revisions.state(head);
            return revisions
                    .append(
                            head,
                            kind,
                            kind == RevisionKind.CERTIFICATION
                                    ? writer.certify(tip, details, by)
                                    : writer.sign(tip, details, by))
                    .number();
        });
    }

    private void timestamp(DeclarationId id) {
        transaction.executeWithoutResult(s -> {
            Revisions.Head head = revisions.lock(id);
            revisions.append(
                    head,
                    RevisionKind.ARCHIVE_TIMESTAMP,
                    writer.archive(
                            revisions.state(head),
                            SignatureFields.ARCHIVE_TIMESTAMP,
                            new ValidationDataCollector(revocation, timestamps).collect(revisions.read(id)),
                            timestamps));
        });
    }
}
