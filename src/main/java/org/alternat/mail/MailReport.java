package org.alternat.mail;

/**
 * What came back about a letter.
 *
 * @param letter the beginning of the letter's digest
 * @param state what it means for the letter
 * @param said the other side's words, on one line and without addresses
 */
record MailReport(String letter, LetterState state, String said) {}
