/** The public page of a declaration, and the organiser's page that decides about it. */
@NullMarked
package org.alternat.publication.web;

import org.jspecify.annotations.NullMarked;
