/** The staff's doors: log-in, account set-up, team, API tokens; and what they tell the security filter chains. */
@NullMarked
package org.alternat.access.web;

import org.jspecify.annotations.NullMarked;
