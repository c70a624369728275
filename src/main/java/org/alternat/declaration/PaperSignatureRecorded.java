package org.alternat.declaration;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** A signatory has signed on paper, as an organiser says; told inside the transaction that recorded it. */
public record PaperSignatureRecorded(DeclarationId declarationId, SignatoryId signatoryId) {}
