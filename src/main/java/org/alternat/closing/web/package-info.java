/** The closing report as a page and for machines. */
@NullMarked
package org.alternat.closing.web;

import org.jspecify.annotations.NullMarked;
