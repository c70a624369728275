package org.alternat.signing.web;

import org.alternat.access.OpenedLink;
import org.alternat.access.SecretToken;
import org.alternat.access.SigningSession;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * One request behind a link that leads somewhere.
 *
 * @param token the link's secret as it stands in the path
 * @param browser the secret of this browser, if it has asked for a code here
 * @param session present once this browser has proved the code
 */
record Visit(
        String token,
        OpenedLink link,
        Declaration declaration,
        Signatory signatory,
        Party party,
        @Nullable SecretToken browser,
        @Nullable SigningSession session,
        Standing standing) {

    public boolean proved() {
        return session != null;
    }

    /** On a tablet of the desk, which the next person gets. */
    public boolean atDesk() {
        return link.atDesk();
    }

    /** Whoever signs for a party in their own name may be represented; a delegate may not. */
    public boolean mayDelegate() {
        return signatory.role().binds() && signatory.onBehalfOf() == null;
    }

    /** The key of a sentence as this person's role words it: that of who signs for a party has no ending. */
    public String worded(String key) {
        return signatory.role().binds() ? key : key + "." + signatory.role().word();
    }

    /** As {@link #worded}, on the way in: somebody who comes back to confirm is not invited to sign again. */
    public String greeted(String key) {
        return standing() == Standing.PROVISIONAL ? key + ".provisional" : worded(key);
    }

    /** The address as its owner recognises it and nobody else reads it: first letter and domain. */
    public String maskedAddress() {
        String address = signatory.mailbox().value();
        int at = address.lastIndexOf('@');
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "•••" + address.substring(at);
    }

    /** Holds a secret and a person. */
    @Override
    public String toString() {
        return "Visit[" + link.signatoryId() + "]";
    }
}
