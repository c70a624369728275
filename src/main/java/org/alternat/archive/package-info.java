/** Archival packages and search: the archivist finds a declaration decades later and proves it. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "moment",
            "declaration",
            "closing",
            "document",
            "pades",
            "pki",
            "judge",
            "audit"
        })
@NullMarked
package org.alternat.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
