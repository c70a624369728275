package org.alternat.declaration;

import org.alternat.shared.DeclarationId;

/** A declaration was released; told inside the transaction that released it. */
public record DeclarationReleased(DeclarationId declarationId) {}
