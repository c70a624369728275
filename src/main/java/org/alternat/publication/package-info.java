/** What the public reads of a sealed declaration: from when, and who agreed to be named. */
@ApplicationModule(allowedDependencies = {"shared", "declaration", "document", "audit"})
@NullMarked
package org.alternat.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
