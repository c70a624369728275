/** The audit trail: append-only, hash-chained events of a declaration, written in the caller's transaction. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.alternat.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
