/** Keys and certificates: the service's CA, one-shot signatory certificates, the seal, timestamp authorities, revocation data. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.alternat.pki;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
