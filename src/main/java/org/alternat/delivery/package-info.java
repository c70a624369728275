/** The final copy, to everyone. */
@ApplicationModule(allowedDependencies = {"shared", "moment", "declaration", "document", "mail", "audit"})
@NullMarked
package org.alternat.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
