package org.alternat.declaration;

import org.alternat.shared.DeclarationId;

/**
 * The deadline was moved to a later instant; told inside the transaction that recorded it.
 *
 * @param reopened the circulation had ended incomplete and begins again
 */
public record DeadlineProlonged(DeclarationId declarationId, boolean reopened) {}
