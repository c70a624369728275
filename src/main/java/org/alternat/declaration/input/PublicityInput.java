package org.alternat.declaration.input;

import org.alternat.shared.Publicity;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of the funding, before anything is known about it.
 *
 * @param due null when it was not said
 * @param logo a new logo
 * @param kept the logo that stays when there is no new one
 */
public record PublicityInput(
        @Nullable Boolean due,
        @Nullable String fr,
        @Nullable String nl,
        @Nullable String en,
        boolean emblem,
        @Nullable Upload logo,
        @Nullable String logoName,
        Publicity.@Nullable Logo kept) {}
