/** The machine room: clock, security filter chain, locale, error pages, health. Knows no feature, and none imports it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.alternat.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
