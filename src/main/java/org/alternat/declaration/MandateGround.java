package org.alternat.declaration;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody's authority to sign for a party rests on. */
public enum MandateGround {
    /** The statutes give it to whoever holds the office. */
    STATUTES,
    /** A body of the party has resolved it. */
    RESOLUTION,
    /** Whoever has it has given it in writing. */
    POWER,
    /** Anything else, such as the law. */
    OTHER;

    /** Empty when no ground has that name, in whatever case. */
    public static Optional<MandateGround> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(ground -> ground.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
