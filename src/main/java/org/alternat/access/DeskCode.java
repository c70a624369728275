package org.alternat.access;

import java.net.URI;
import java.time.Instant;

/**
 * What a signatory who stands at the desk is given: one of the two opens the declaration, once.
 *
 * @param text eight characters in two groups, to be typed
 * @param link the same door as an address, for the QR code
 * @param expiresAt from then on it is worth nothing
 */
public record DeskCode(String text, URI link, Instant expiresAt) {

    /** Masked, so that a code never reaches a log by accident. */
    @Override
    public String toString() {
        return "DeskCode[***]";
    }
}
