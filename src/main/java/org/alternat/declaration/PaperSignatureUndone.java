package org.alternat.declaration;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** A signature on paper was recorded by mistake, and the signatory is awaited again; told inside the transaction that undid it. */
public record PaperSignatureUndone(DeclarationId declarationId, SignatoryId signatoryId) {}
