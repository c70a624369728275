package org.alternat.shared;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The bytes of a PDF file and their digest. Nobody changes them once they are here. */
public final class PdfBytes {

    private final byte[] bytes;
    private final Sha256 sha256;

    public PdfBytes(byte[] bytes) {
        this.bytes = bytes.clone();
        this.sha256 = Sha256.of(this.bytes);
    }

    public int length() {
        return bytes.length;
    }

    public Sha256 sha256() {
        return sha256;
    }

    /** A copy. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    public InputStream inputStream() {
        return new ByteArrayInputStream(bytes);
    }

    /** True when this file starts with every byte of the other: the one property the chain lives by. */
    public boolean startsWith(PdfBytes prefix) {
        return bytes.length >= prefix.bytes.length
                && java.util.Arrays.mismatch(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length) < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PdfBytes pdf && sha256.equals(pdf.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "PDF of " + bytes.length + " bytes, SHA-256 " + sha256;
    }
}
