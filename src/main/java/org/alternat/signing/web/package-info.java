/** The signatory's pages: from the link in the letter to the answer, on a phone first. */
@NullMarked
package org.alternat.signing.web;

import org.jspecify.annotations.NullMarked;
