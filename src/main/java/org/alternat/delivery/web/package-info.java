/** The page behind a personal link to the final copy. */
@NullMarked
package org.alternat.delivery.web;

import org.jspecify.annotations.NullMarked;
