/** Instants as people read them: in the cities at both ends, in the reader's manner. The one room in which a time is spelt for a reader. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.alternat.moment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
