/** What an organiser can do about a step that has been given up. */
@NullMarked
package org.alternat.circulation.web;

import org.jspecify.annotations.NullMarked;
