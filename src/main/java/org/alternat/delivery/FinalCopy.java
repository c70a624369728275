package org.alternat.delivery;

import org.alternat.shared.PdfBytes;

/** The sealed PDF, as it is handed to somebody. The file name is plain ASCII. */
public record FinalCopy(String fileName, PdfBytes pdf) {}
