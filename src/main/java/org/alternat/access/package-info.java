/** Doors: signing links and codes for signatories, log-in and tokens for staff. */
@ApplicationModule(allowedDependencies = {"shared", "declaration", "mail", "audit"})
@NullMarked
package org.alternat.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
