package org.alternat.mail;

/**
 * A picture inside a letter (RFC 2392): it comes with the letter, so that nothing tells a server when somebody reads.
 *
 * @param name what the HTML calls it: {@code cid:<name>@alternat.invalid}
 */
@SuppressWarnings("ArrayRecordComponent")
public record InlineImage(String name, byte[] png) {

    static final String EMBLEM = "european-union";
    static final String LOGO = "project";

    /** With the angle brackets of RFC 2045, section 7. */
    String contentId() {
        return "<" + name + "@alternat.invalid>";
    }
}
