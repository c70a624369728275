/** Bytes in, bytes out: prepare fields, append a signature, seal, timestamp, verify. No database, no web. */
@ApplicationModule(allowedDependencies = {"shared", "pki"})
@NullMarked
package org.alternat.pades;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
