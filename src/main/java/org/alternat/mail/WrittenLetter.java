package org.alternat.mail;

/** A letter as the recipient will read it, twice: the text says all that the HTML says. */
public record WrittenLetter(String subject, String text, String html) {}
