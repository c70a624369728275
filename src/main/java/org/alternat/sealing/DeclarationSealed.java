package org.alternat.sealing;

import org.alternat.shared.DeclarationId;

/** The closing seal and the archive timestamp stand in the chain. */
public record DeclarationSealed(DeclarationId declarationId) {}
