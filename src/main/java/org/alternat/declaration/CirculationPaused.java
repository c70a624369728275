package org.alternat.declaration;

import org.alternat.shared.DeclarationId;

/** Nobody can answer for now; told inside the transaction that recorded it. */
public record CirculationPaused(DeclarationId declarationId) {}
