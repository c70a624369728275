package org.alternat.pades;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text between words. */
final class LineBreaks {

    private LineBreaks() {}

    /**
     * As many words in each line as fit.
     *
     * @param room in points
     * @param most how many lines there may be; the last one takes what is left, whether it fits or not
     */
    static List<String> of(String text, FontStyle style, double size, double room, int most) {
        EmbeddedFont font = EmbeddedFont.of(style);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        // A no-break space keeps what it joins together.
        for (String word : text.split(" ", -1)) {
            boolean full = !line.isEmpty() && font.width(line + " " + word, size) > room;
            if (full && lines.size() < most - 1) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Whether all of them fit as they are. */
    static boolean fit(List<String> lines, FontStyle style, double size, double room) {
        EmbeddedFont font = EmbeddedFont.of(style);
        return lines.stream().allMatch(line -> font.width(line, size) <= room);
    }
}
