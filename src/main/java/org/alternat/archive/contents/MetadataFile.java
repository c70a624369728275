package org.alternat.archive.contents;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Instrument;
import org.alternat.declaration.Mandate;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.document.Revision;
import org.alternat.pades.SignatureFields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code metadata.json}: who signed what for whom, and when. It holds no mail address: a package travels far. */
final class MetadataFile {

    /** Counts up when a key changes its meaning. */
    private static final int FORMAT = 1;

    private MetadataFile() {}

    static String of(PackageSubject subject) {
        Declaration declaration = subject.declaration();
        ZoneId zone = declaration.zone();
        ObjectNode root = StableJson.object();
        root.put("format", FORMAT);
        root.put("reference", declaration.reference());
        root.put("identifier", declaration.id().toString());
        root.put("title", declaration.title());
        root.put("placeAndDate", declaration.placeAndDate());
        putOriginal(root, subject);
        ArrayNode languages = root.putArray("languages");
        declaration.languages().stream().map(Locale::toLanguageTag).forEach(languages::add);
        putVersions(root, declaration);
        root.put("zone", zone.getId());
        StableJson.putInstant(root, "created", declaration.createdAt(), zone);
        StableJson.putInstant(root, "released", declaration.releasedAt(), zone);
        StableJson.putInstant(root, "closed", subject.closedAt(), zone);
        StableJson.putInstant(root, "archived", subject.archivedAt(), zone);
        ArrayNode parties = root.putArray("parties");
        subject.parties().forEach(party -> putParty(parties.addObject(), party, subject));
        if (!subject.earlier().isEmpty()) {
            ArrayNode earlier = root.putArray("supersedes");
            subject.earlier().forEach(one -> putEarlier(earlier.addObject(), one));
        }
        ArrayNode revisions = root.putArray("revisions");
        subject.revisions().forEach(revision -> putRevision(revisions.addObject(), revision, zone));
        return StableJson.text(root);
    }

    /** A page is one of the PDF, whatever revision: the signature pages come after the text. */
    private static void putVersions(ObjectNode root, Declaration declaration) {
        ObjectNode versions = root.putObject("versions");
        declaration.versions().all().forEach(one -> {
            ObjectNode version = versions.putObject(one.tag());
            version.put("standing", one.standing().word());
            if (one.fromPage() != null) {
                version.put("fromPage", one.fromPage());
            }
        });
    }

    private static void putEarlier(ObjectNode node, Declaration earlier) {
        node.put("reference", earlier.reference());
        node.put("identifier", earlier.id().toString());
        node.put("textSha256", earlier.textSha256().hex());
        StableJson.putInstant(node, "released", earlier.releasedAt(), earlier.zone());
        StableJson.putInstant(node, "closed", earlier.closedAt(), earlier.zone());
    }

    /** An instrument names what it is attached to, as its text does. */
    private static void putOriginal(ObjectNode root, PackageSubject subject) {
        Instrument instrument = subject.instrument();
        Declaration original = subject.original();
        if (instrument != null && original != null) {
            root.putObject("instrument")
                    .put("kind", instrument.kind().word())
                    .put("originalReference", original.reference())
                    .put("originalIdentifier", original.id().toString())
                    .put("originalSha256", instrument.originalSha256().hex());
        }
    }

    private static void putParty(ObjectNode node, Party party, PackageSubject subject) {
        node.put("precedence", party.precedence());
        node.put("name", party.name());
        node.put("side", party.side());
        node.put("region", party.region());
        ArrayNode signatories = node.putArray("signatories");
        subject.signatories().stream()
                .filter(signatory -> signatory.partyId().equals(party.id()))
                .forEach(signatory -> putSignatory(signatories.addObject(), signatory, subject));
    }

    private static void putSignatory(ObjectNode node, Signatory signatory, PackageSubject subject) {
        ZoneId zone = subject.declaration().zone();
        node.put("precedence", signatory.precedence());
        node.put("identifier", signatory.id().toString());
        if (signatory.isNamed()) {
            node.put("givenName", signatory.givenName());
            node.put("familyName", signatory.familyName());
        } else {
            node.put("toBeConfirmed", true);
        }
        node.put("capacity", signatory.capacity());
        if (signatory.onBehalfOf() != null) {
            node.put("onBehalfOf", signatory.onBehalfOf());
        }
        node.put("role", signatory.role().name());
        node.put("state", signatory.state().name());
        if (signatory.attendance() != null) {
            node.put("attendance", signatory.attendance().word());
        }
        StableJson.putInstant(node, "answered", signatory.answeredAt(), zone);
        StableJson.putInstant(node, "signed", signatory.signedAt(), zone);
        subject.paper(signatory).ifPresent(paper -> {
            ObjectNode onPaper = node.putObject("paper");
            onPaper.put("signedOn", paper.signedOn().toString());
            StableJson.putInstant(onPaper, "recorded", paper.recordedAt(), zone);
            onPaper.put("file", subject.paperFile(signatory).orElseThrow());
            onPaper.put("sha256", paper.sha256().hex());
        });
        subject.mandate(signatory).ifPresent(mandate -> putMandate(node, signatory, mandate, subject));
        Integer revision = signatory.revision();
        if (revision != null) {
            node.put("revision", revision);
            node.put("field", SignatureFields.signature(signatory.precedence()));
        }
    }

    private static void putMandate(ObjectNode node, Signatory signatory, Mandate mandate, PackageSubject subject) {
        ObjectNode authority = node.putObject("mandate");
        authority.put("ground", mandate.ground().name());
        authority.put("statement", mandate.statement());
        authority.put("checkedBy", mandate.checkedBy());
        StableJson.putInstant(
                authority,
                "recorded",
                mandate.recordedAt(),
                subject.declaration().zone());
        subject.mandateFile(signatory).ifPresent(file -> {
            authority.put("file", file);
            authority.put("sha256", Objects.requireNonNull(mandate.sha256()).hex());
        });
    }

    private static void putRevision(ObjectNode node, Revision revision, ZoneId zone) {
        node.put("number", revision.number());
        node.put("kind", revision.kind().name());
        node.put("length", revision.length());
        node.put("sha256", revision.sha256().hex());
        StableJson.putInstant(node, "at", revision.at(), zone);
    }
}
