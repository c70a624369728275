/** The outbox page: what a mail program would show, for a service that runs without a mail server. */
@NullMarked
package org.alternat.mail.web;

import org.jspecify.annotations.NullMarked;
