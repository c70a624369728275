package org.alternat.declaration;

import java.util.List;

/**
 * Something that must be in order before a declaration is released. Every bean of this kind is asked, those of packages
 * above too; the organiser sees all that is not in order at once, and the first of it is what a release answers.
 */
public interface ReleaseCondition {

    /** What is not in order; nothing when the draft may be released as far as this condition goes. */
    List<Hindrance> of(Declaration draft);
}
