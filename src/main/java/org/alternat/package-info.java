/** Alternat circulates a joint declaration, collects a signature of each signatory on the one PDF, seals and archives it. */
@NullMarked
package org.alternat;

import org.jspecify.annotations.NullMarked;
