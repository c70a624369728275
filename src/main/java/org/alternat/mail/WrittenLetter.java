package org.alternat.mail;

import java.util.Base64;
import java.util.List;

/** A letter as the recipient will read it, twice: the text says all that the HTML says. */
public record WrittenLetter(String subject, String text, String html, List<InlineImage> images) {

    public WrittenLetter {
        images = List.copyOf(images);
    }

    /** The HTML with its pictures inside (RFC 2397), for a reader that shows no mail. */
    public String page() {
        String page = html;
        for (InlineImage image : images) {
            page = page.replace(
                    "cid:" + image.name() + "@alternat.invalid",
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(image.png()));
        }
        return page;
    }
}
