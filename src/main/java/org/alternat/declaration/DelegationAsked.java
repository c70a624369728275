package org.alternat.declaration;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** A signatory named a delegate, whether or not somebody must still decide; told inside the transaction that recorded it. */
public record DelegationAsked(DeclarationId declarationId, SignatoryId signatoryId, int number) {}
