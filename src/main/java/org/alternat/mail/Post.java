package org.alternat.mail;

import jakarta.mail.internet.MimeMessage;

/** The way out of the house: a mail server, or a folder when there is none. */
interface Post {

    /**
     * Returns once somebody else is responsible for the message.
     *
     * @return what the other side said, without addresses
     * @throws PostException when it was not taken
     */
    String handOver(LetterKey key, MimeMessage message);
}
