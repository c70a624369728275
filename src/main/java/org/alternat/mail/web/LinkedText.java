package org.alternat.mail.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the addresses in a plain text, so that a page can make links of them without trusting any markup. */
final class LinkedText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9./:_~%?&=#+-]*[A-Za-z0-9/_~=-]");

    private LinkedText() {}

    /** The lines of the text, each in its pieces. */
    static List<List<Piece>> lines(String text) {
        return text.lines().map(LinkedText::pieces).toList();
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(line);
        int end = 0;
        while (address.find()) {
            pieces.add(new Piece(line.substring(end, address.start()), false));
            pieces.add(new Piece(address.group(), true));
            end = address.end();
        }
        pieces.add(new Piece(line.substring(end), false));
        return pieces;
    }

    /** A run of text; when it is a link, the text is the address too. */
    record Piece(String text, boolean link) {}
}
