package org.alternat.declaration;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** It is decided whether a delegate takes a signatory's place; told inside the transaction that recorded it. */
public record DelegationDecided(DeclarationId declarationId, SignatoryId signatoryId, int number) {}
