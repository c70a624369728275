/** {@code /verify} for people and {@code /api/v1/verifications} for machines: open to everybody, without an account. */
@NullMarked
package org.alternat.verification.web;

import org.jspecify.annotations.NullMarked;
