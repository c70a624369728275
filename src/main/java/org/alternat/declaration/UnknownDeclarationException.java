package org.alternat.declaration;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** There is no such declaration, or signatory, for whoever asks: the two are never told apart. */
public class UnknownDeclarationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownDeclarationException(DeclarationId id) {
        super("unknown declaration " + id);
    }

    public UnknownDeclarationException(SignatoryId id) {
        super("unknown signatory " + id);
    }
}
