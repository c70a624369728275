/** A key at a provider, over HTTP by the CSC API v2. */
@NullMarked
package org.alternat.pki.csc;

import org.jspecify.annotations.NullMarked;
