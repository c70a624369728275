package org.alternat.declaration;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** Somebody else holds this signatory's place now, by replacement or delegation; told inside the transaction that recorded it. */
public record PersonReplaced(DeclarationId declarationId, SignatoryId signatoryId) {}
