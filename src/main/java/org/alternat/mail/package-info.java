/** Letters on their way out: a Thymeleaf letter becomes a MIME message for the SMTP server or the outbox folder. Knows no letter by name. */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package org.alternat.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
