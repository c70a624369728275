package org.alternat.declaration;

import org.alternat.shared.DeclarationId;
import org.jspecify.annotations.Nullable;

/**
 * What came of a correction.
 *
 * @param successor the draft with the corrected text; null when nothing has changed
 */
public record Correction(MoveOutcome outcome, @Nullable DeclarationId successor) {}
