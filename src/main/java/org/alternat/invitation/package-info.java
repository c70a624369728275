/** The invitation, reminder and notice letters. */
@ApplicationModule(allowedDependencies = {"shared", "moment", "declaration", "access", "mail", "audit"})
@NullMarked
package org.alternat.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
