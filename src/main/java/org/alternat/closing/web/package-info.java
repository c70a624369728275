/** The closing report and the status table, as pages and for machines. */
@NullMarked
package org.alternat.closing.web;

import org.jspecify.annotations.NullMarked;
