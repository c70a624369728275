/** What strangers need to check our certificates: the CAs, their revocation lists, their answers. */
@NullMarked
package org.alternat.pki.web;

import org.jspecify.annotations.NullMarked;
