/** The archivist's and the auditor's pages, and the archive for machines. */
@NullMarked
package org.alternat.archive.web;

import org.jspecify.annotations.NullMarked;
