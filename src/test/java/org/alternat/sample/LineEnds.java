package org.alternat.sample;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may end: after a plain space, and nowhere else. Java's own breaker also parts « d’ » from its word, tears
 * compounds and leaves a last word alone on a line.
 */
final class LineEnds implements FSTextBreaker {

    /** Characters that a last line has at least. */
    private static final int LAST_LINE = 10;

    private String text = "";
    private int from;

    @Override
    public void setText(String newText) {
        text = newText;
        from = 0;
    }

    @Override
    public int next() {
        int space = text.indexOf(' ', from);
        if (space < 0) {
            return -1;
        }
        from = space + 1;
        boolean atTheEnd = from == text.length();
        return atTheEnd || from < text.length() - LAST_LINE ? from : next();
    }
}
