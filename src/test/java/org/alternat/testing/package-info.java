/** What several tests share: a small browser, an authenticator application. */
package org.alternat.testing;
