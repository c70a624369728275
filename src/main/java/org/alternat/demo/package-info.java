/** The headless way: circulates the sample declaration to simulated signatories over real HTTP. Embedded default only. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.alternat.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
