/** Intake checks of an uploaded text, and the append-only chain of revisions, stored as deltas. */
@ApplicationModule(allowedDependencies = {"shared", "pades", "pki", "audit"})
@NullMarked
package org.alternat.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
