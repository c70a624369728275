/** The process: the only package that knows the engine. Delegates map in, call one service, map out. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "pki",
            "document",
            "declaration",
            "mail",
            "access",
            "invitation",
            "signing",
            "sealing",
            "delivery",
            "archive",
            "audit"
        })
@NullMarked
package org.alternat.circulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
