package org.alternat.signing;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** A signature stands in the chain, in this revision. */
public record SignatureCollected(DeclarationId declarationId, SignatoryId signatoryId, int revision) {}
