package org.alternat.archive.contents;

import java.time.ZoneId;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code validation/verifier.json}: what our own verifier found in the sealed document, beside the judge's reports. */
final class VerifierFile {

    private VerifierFile() {}

    static String of(PackageSubject subject, VerificationReport report) {
        ZoneId zone = subject.declaration().zone();
        ObjectNode root = StableJson.object();
        root.put("sha256", subject.sealed().sha256().hex());
        root.put("valid", report.valid());
        root.put("verdict", report.verdict().name());
        ArrayNode problems = root.putArray("problems");
        report.problems().forEach(problem -> problems.add(problem.name()));
        ArrayNode signatures = root.putArray("signatures");
        report.signatures().forEach(signature -> put(signatures.addObject(), signature, zone));
        return StableJson.text(root);
    }

    private static void put(ObjectNode node, VerifiedSignature signature, ZoneId zone) {
        node.put("field", signature.fieldName());
        node.put("kind", signature.kind().name());
        VerificationReport.Level level = signature.level();
        if (level != null) {
            node.put("level", level.name());
        }
        node.put("conclusion", signature.conclusion().name());
        node.put("signer", signature.signer());
        node.put("organisation", signature.organisation());
        ArrayNode path = node.putArray("path");
        signature.by().path().forEach(path::add);
        node.put("revocation", signature.by().revocation().status().name());
        StableJson.putInstant(node, "proven", signature.provenAt(), zone);
        node.put("coversUpTo", signature.coversUpTo());
        ArrayNode problems = node.putArray("problems");
        signature.problems().forEach(problem -> problems.add(problem.name()));
    }
}
