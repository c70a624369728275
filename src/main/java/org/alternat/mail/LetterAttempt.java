package org.alternat.mail;

/**
 * The right to hand a letter over once.
 *
 * @param number counts the attempts at this letter; a later one takes the right away from this one
 */
record LetterAttempt(LetterKey key, String messageId, int number) {}
