package org.alternat.declaration;

import org.alternat.shared.DeclarationId;

/** A corrected text takes this declaration's place: its circulation ends; told inside the transaction that recorded it. */
public record DeclarationSuperseded(DeclarationId declarationId) {}
