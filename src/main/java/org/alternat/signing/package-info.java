/** Read, consent, sign, refuse: what a signatory does, and the pages for it. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "moment",
            "declaration",
            "declaration :: input",
            "publication",
            "access",
            "mail",
            "document",
            "pades",
            "pki",
            "judge",
            "audit"
        })
@NullMarked
package org.alternat.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
