package org.alternat.signing;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/**
 * A signatory asked for a change of the text; the answer is still awaited.
 *
 * @param number of this signatory's requests
 */
public record ChangeRequested(DeclarationId declarationId, SignatoryId signatoryId, int number) {}
