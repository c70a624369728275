package org.alternat.archive.contents;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.alternat.archive.bag.Bag;
import org.alternat.audit.AuditTrail;
import org.alternat.closing.ClosingReports;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.LanguageText;
import org.alternat.document.Revisions;
import org.alternat.shared.PdfBytes;
import org.springframework.stereotype.Component;

/** Fills the bag of one declaration. Everything in it can be checked without this service. */
@Component
public class PackageContents {

    private final Declarations declarations;
    private final Scans scans;
    private final Revisions revisions;
    private final AuditTrail audit;
    private final ClosingReports reports;
    private final Evidence evidence;
    private final Instructions instructions;

    PackageContents(
            Declarations declarations,
            Scans scans,
            Revisions revisions,
            AuditTrail audit,
            ClosingReports reports,
            Evidence evidence,
            Instructions instructions) {
        this.declarations = declarations;
        this.scans = scans;
        this.revisions = revisions;
        this.audit = audit;
        this.reports = reports;
        this.evidence = evidence;
        this.instructions = instructions;
    }

    /**
     * Builds the zip. The audit trail is in it as it stands now, so without the entry that will tell of this package.
     *
     * @throws IllegalStateException when the document does not verify, or nobody has judged it
     */
    public byte[] zip(PackageSubject subject) {
        Declaration declaration = subject.declaration();
        Bag bag = new Bag();
        PdfBytes sealed = revisions.read(declaration.id(), subject.sealed().number());
        PdfBytes frozen = revisions.read(declaration.id(), 0);
        bag.add("declaration.pdf", sealed.toByteArray());
        bag.add("text/frozen.pdf", frozen.toByteArray());
        for (LanguageText text : declarations.texts(declaration.id())) {
            bag.add("text/" + text.language().toLanguageTag() + ".md", text.content());
        }
        bag.add("audit/trail.jsonl", audit.jsonLines(declaration.id()));
        scans.add(bag, subject);
        for (Declaration earlier : subject.earlier()) {
            String name = "earlier-versions/" + earlier.reference();
            bag.add(name + ".pdf", revisions.read(earlier.id()).toByteArray());
            bag.add(name + "-trail.jsonl", audit.jsonLines(earlier.id()));
        }
        bag.add("metadata.json", MetadataFile.of(subject));
        bag.add(
                "closing-report.json",
                StableJson.text(StableJson.tree(reports.of(declaration.id()).orElseThrow())));
        List<String> certificates = evidence.add(bag, subject, sealed);
        for (Locale language : Instructions.LANGUAGES) {
            bag.add(
                    "README." + language.toLanguageTag() + ".txt",
                    instructions.text(subject, frozen.length(), TimestampGap.of(sealed), certificates, language));
        }
        return bag.toZip(
                new Bag.Info(
                        declaration.reference(),
                        declaration.title(),
                        declaration.id().toString(),
                        subject.archivedAt().atZone(ZoneOffset.UTC).toLocalDate()),
                subject.closedAt());
    }
}
