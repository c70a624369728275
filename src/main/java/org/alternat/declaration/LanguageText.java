package org.alternat.declaration;

import java.util.Locale;

/** The declaration's text in one language, as plain text or Markdown: for reading and for the archive. The PDF is what is signed. */
public record LanguageText(Locale language, String content) {}
