package org.alternat.declaration;

import org.alternat.shared.DeclarationId;

/** The deadline of a circulating declaration was moved to now; told inside the transaction that recorded it. */
public record CirculationClosedEarly(DeclarationId declarationId) {}
