package org.alternat.sealing;

import org.alternat.shared.DeclarationId;

/** The verifier or the judge does not find the sealed file whole. Nobody receives it until somebody has looked. */
public class SealedDocumentDisputedException extends RuntimeException {

    SealedDocumentDisputedException(DeclarationId id, String why) {
        super("the sealed document of declaration " + id + " is disputed: " + why);
    }
}
