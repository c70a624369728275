package org.alternat.document;

import java.time.Instant;
import org.alternat.shared.Sha256;

/**
 * One revision of a declaration's document, without its bytes.
 *
 * @param number counts from 0, the text
 * @param length of the whole file up to and with this revision, in bytes
 * @param sha256 digest of that whole file
 */
public record Revision(int number, RevisionKind kind, long length, Sha256 sha256, Instant at) {}
