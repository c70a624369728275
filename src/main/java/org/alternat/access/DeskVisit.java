package org.alternat.access;

/**
 * A session on a tablet that a desk code has opened.
 *
 * @param link the secret in the path of its pages
 * @param browser the secret of the tablet's browser
 */
public record DeskVisit(SecretToken link, SecretToken browser) {}
