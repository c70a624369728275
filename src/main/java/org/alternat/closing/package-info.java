/** What is told of a circulation when it has ended: the closing report, and who is bound since when. */
@ApplicationModule(allowedDependencies = {"shared", "moment", "declaration", "document", "audit"})
@NullMarked
package org.alternat.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
