/** The service's seal and the archive timestamp on the last revision, checked before anybody receives it. */
@ApplicationModule(allowedDependencies = {"shared", "declaration", "document", "pades", "pki", "judge", "audit"})
@NullMarked
package org.alternat.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
