package org.alternat.pades;

import java.util.List;

/**
 * The name of a party above its place to sign: on one line if it can be, on as many as it takes if it must.
 *
 * @param size in points, the same for all lines
 */
record PartyName(List<String> lines, double size) {

    /** For one line, two, three and so on. */
    private static final double[] SIZES = {10, 9.2, 8.6, 8.2, 8.2, 8.2};

    static PartyName of(String name, double room) {
        PartyName set = new PartyName(List.of(name), SIZES[0]);
        for (int i = 0; i < SIZES.length && !LineBreaks.fit(set.lines(), FontStyle.BOLD, set.size(), room); i++) {
            set = new PartyName(LineBreaks.of(name, FontStyle.BOLD, SIZES[i], room, i + 1), SIZES[i]);
        }
        return set;
    }

    double leading() {
        return size * 1.12;
    }

    /** From the first baseline to the last. */
    double height() {
        return (lines.size() - 1) * leading();
    }
}
