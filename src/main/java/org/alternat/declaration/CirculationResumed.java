package org.alternat.declaration;

import org.alternat.shared.DeclarationId;

/** Answers are taken again; told inside the transaction that recorded it. */
public record CirculationResumed(DeclarationId declarationId) {}
