package org.alternat.declaration;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;

/**
 * A declaration of its own kind, attached to an archived one.
 *
 * @param id of the instrument itself, a declaration like any other
 * @param originalId what it is attached to
 * @param originalSha256 the digest of the original's final file, which the instrument's text quotes
 */
public record Instrument(DeclarationId id, DeclarationId originalId, InstrumentKind kind, Sha256 originalSha256) {}
