package org.alternat.archive;

import org.alternat.shared.Sha256;

/**
 * What a check of one archived declaration found.
 *
 * @param packageStated the digest that the audit trail names
 * @param packageFound the digest of the bytes that are kept
 * @param documentStated the digest that the audit trail names
 * @param documentFound the digest of the sealed document, put together from its revisions
 * @param signaturesHold whether every signature in the document still verifies
 * @param trailIntact whether the audit trail itself, which names the digests, is intact
 */
public record Fixity(
        Sha256 packageStated,
        Sha256 packageFound,
        Sha256 documentStated,
        Sha256 documentFound,
        boolean signaturesHold,
        boolean trailIntact) {

    public boolean packageIntact() {
        return packageStated.equals(packageFound);
    }

    public boolean documentIntact() {
        return documentStated.equals(documentFound);
    }

    /** Nothing at all is wrong. */
    public boolean intact() {
        return packageIntact() && documentIntact() && signaturesHold && trailIntact;
    }
}
