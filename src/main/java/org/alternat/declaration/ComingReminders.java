package org.alternat.declaration;

import java.time.Instant;
import java.util.Map;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/** Knows when silent signatories will be reminded next. Implemented by the package above that reminds them. */
public interface ComingReminders {

    /** The instant of the next reminder that leaves by itself; whoever gets none is not in it. */
    Map<SignatoryId, Instant> of(DeclarationId id);
}
