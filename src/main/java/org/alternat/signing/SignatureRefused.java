package org.alternat.signing;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** A signatory has refused to sign. */
public record SignatureRefused(DeclarationId declarationId, SignatoryId signatoryId) {}
