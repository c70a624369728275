package org.alternat.access;

import java.net.URI;

/** The address in a letter that leads one signatory to the declaration. It is a secret. */
public record SigningLink(URI uri) {

    /** Masked, so that a link never reaches a log by accident. */
    @Override
    public String toString() {
        return "SigningLink[***]";
    }
}
