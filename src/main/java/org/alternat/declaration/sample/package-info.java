/** A fictional declaration in three languages, for whoever looks at the service for the first time. */
@NullMarked
package org.alternat.declaration.sample;

import org.jspecify.annotations.NullMarked;
