/** The second opinion: EU DSS validates a sealed file in a process of its own, with its own class path and no secrets. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.alternat.judge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
