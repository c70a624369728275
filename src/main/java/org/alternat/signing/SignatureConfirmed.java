package org.alternat.signing;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** A signature ad referendum was confirmed for its party; recorded in the same transaction. */
public record SignatureConfirmed(DeclarationId declarationId, SignatoryId signatoryId) {}
