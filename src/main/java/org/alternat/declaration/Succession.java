package org.alternat.declaration;

import org.jspecify.annotations.Nullable;

/**
 * What stands before and after a declaration whose text was corrected.
 *
 * @param earlier the one whose text this one corrects
 * @param later the one that corrects this one's text, which may still be a draft
 */
public record Succession(
        @Nullable Declaration earlier, @Nullable Declaration later) {}
