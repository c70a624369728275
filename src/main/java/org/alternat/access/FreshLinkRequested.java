package org.alternat.access;

import org.alternat.shared.Sha256;

/**
 * Somebody asked for a fresh link from one that leads nowhere; told for unknown links too, so that asking takes as long for
 * them as for others.
 *
 * @param link digest of the link's secret
 */
public record FreshLinkRequested(Sha256 link) {}
