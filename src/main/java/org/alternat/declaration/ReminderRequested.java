package org.alternat.declaration;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** An organiser asked that this signatory be reminded; told inside the transaction that recorded it. */
public record ReminderRequested(DeclarationId declarationId, SignatoryId signatoryId) {}
