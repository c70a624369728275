package org.alternat.signing;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** A signatory has agreed to sign; the consent is recorded in the same transaction. */
public record ConsentGiven(DeclarationId declarationId, SignatoryId signatoryId) {}
