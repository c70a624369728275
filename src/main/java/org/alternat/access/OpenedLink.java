package org.alternat.access;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/**
 * Where a signing link leads.
 *
 * @param atDesk whether a desk code opened it and no letter carries it: it is good for one session
 * @param personVersion the person that it was sent to; a replaced person's link leads nowhere any more
 */
public record OpenedLink(DeclarationId declarationId, SignatoryId signatoryId, int personVersion, boolean atDesk) {}
