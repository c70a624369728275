/** The organiser's pages and the JSON API: what people and machines do with a declaration. Nothing here decides, it asks and words. */
@NullMarked
package org.alternat.declaration.web;

import org.jspecify.annotations.NullMarked;
