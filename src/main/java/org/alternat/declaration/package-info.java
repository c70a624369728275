/** The declaration, its parties and signatories, and the organiser's pages. */
@ApplicationModule(allowedDependencies = {"shared", "moment", "document", "audit"})
@NullMarked
package org.alternat.declaration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
