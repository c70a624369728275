/** The page where anyone checks a PDF: what our verifier finds, what the judge says, and whether it is a file that we hold. */
@ApplicationModule(allowedDependencies = {"shared", "declaration", "document", "pades", "pki", "judge", "publication"})
@NullMarked
package org.alternat.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
