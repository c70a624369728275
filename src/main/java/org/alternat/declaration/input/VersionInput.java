package org.alternat.declaration.input;

import org.jspecify.annotations.Nullable;

/**
 * What was typed of one language of a declaration.
 *
 * @param standing the word of a {@link org.alternat.declaration.LanguageStanding}; authentic when missing
 * @param fromPage the page of the PDF, from 1, where it begins
 */
public record VersionInput(
        @Nullable String standing, @Nullable String fromPage) {}
