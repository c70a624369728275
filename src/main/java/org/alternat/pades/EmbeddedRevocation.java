package org.alternat.pades;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.alternat.pki.RevocationEvidence;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.cert.X509CRLHolder;

/** What a file carries about revocation: in its DSS dictionary and in its signatures. */
final class EmbeddedRevocation {

    // adbe-revocationInfoArchival: ISO 32000-2, clause 12.8.3.3.2.
    private static final ASN1ObjectIdentifier ARCHIVAL = new ASN1ObjectIdentifier("1.2.840.113583.1.1.8");

    private final RevocationEvidence evidence = new RevocationEvidence();

    RevocationEvidence evidence() {
        return evidence;
    }

    /** Takes the streams of the DSS dictionary. */
    void add(SignedFile.Store store) {
        evidence.add(store.lists(), store.answers());
    }

    /** Takes what travels inside a signature. What cannot be read is no evidence. */
    void add(ExaminedCms cms) {
        List<byte[]> lists = new ArrayList<>();
        List<byte[]> answers = new ArrayList<>();
        try {
            for (X509CRLHolder list : cms.cms().getCRLs().getMatches(null)) {
                lists.add(list.getEncoded());
            }
            addArchived(cms, lists, answers);
        } catch (IOException | RuntimeException unreadable) {
            // No evidence then, but for what was read before.
        }
        evidence.add(lists, answers);
    }

    private static void addArchived(ExaminedCms cms, List<byte[]> lists, List<byte[]> answers) throws IOException {
        Attribute archival =
                cms.signedAttributes() == null ? null : cms.signedAttributes().get(ARCHIVAL);
        if (archival == null || archival.getAttrValues().size() != 1) {
            return;
        }
        for (ASN1Encodable part : ASN1Sequence.getInstance(archival.getAttributeValues()[0])) {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(part);
            for (ASN1Encodable item : ASN1Sequence.getInstance(tagged, true)) {
                byte[] der = item.toASN1Primitive().getEncoded();
                if (tagged.getTagNo() == 0) {
                    lists.add(der);
                } else if (tagged.getTagNo() == 1) {
                    answers.add(der);
                }
            }
        }
    }
}
