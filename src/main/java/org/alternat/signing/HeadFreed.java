package org.alternat.signing;

import org.alternat.shared.DeclarationId;

/** Nobody has the head of the chain to themselves any more: signatures that waited for it can be appended. */
public record HeadFreed(DeclarationId declarationId) {}
