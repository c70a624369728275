/** Value types that every package may use: ids, addresses, digests, PDF bytes. No Spring, no input or output. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.alternat.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
