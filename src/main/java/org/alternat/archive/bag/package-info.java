/** A BagIt bag in a zip, byte for byte the same for the same payload: knows nothing of declarations. */
@NullMarked
package org.alternat.archive.bag;

import org.jspecify.annotations.NullMarked;
