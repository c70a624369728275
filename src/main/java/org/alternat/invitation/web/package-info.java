/** The letters of a declaration, as its organisers see them before they leave. */
@NullMarked
package org.alternat.invitation.web;

import org.jspecify.annotations.NullMarked;
