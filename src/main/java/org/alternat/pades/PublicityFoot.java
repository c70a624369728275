package org.alternat.pades;

import java.util.List;
import java.util.Locale;

/**
 * Who funds the declaration, at the foot of each signature page: once as text and figure for those who are read to, on further
 * pages as a repetition that they are spared.
 *
 * @param lines one below the other; four at most have room
 * @param emblem whether the emblem of the European Union stands before them
 * @param alternative what the emblem is, in words
 * @param language of that
 * @param logo a PNG that stands behind them, no higher than the emblem; empty for none
 * @param logoName whose it is
 */
@SuppressWarnings("ArrayRecordComponent")
public record PublicityFoot(
        List<String> lines, boolean emblem, String alternative, Locale language, byte[] logo, String logoName) {

    /** Nothing is due. */
    public static final PublicityFoot NONE = new PublicityFoot(List.of(), false, "", Locale.ENGLISH, new byte[0], "");

    public PublicityFoot {
        lines = List.copyOf(lines);
    }
}
