/** What an archival package holds, file by file, and the words of its instructions. */
@NullMarked
package org.alternat.archive.contents;

import org.jspecify.annotations.NullMarked;
