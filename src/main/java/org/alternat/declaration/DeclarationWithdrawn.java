package org.alternat.declaration;

import org.alternat.shared.DeclarationId;

/** A circulation was ended by an organiser; told inside the transaction that ended it. Not told of a discarded draft. */
public record DeclarationWithdrawn(DeclarationId declarationId) {}
