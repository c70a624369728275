package org.alternat.pades;

import java.util.Arrays;
import org.alternat.shared.PdfBytes;

/**
 * One more revision.
 *
 * @param delta the bytes that it adds behind the chain
 * @param state what the next append needs to know
 */
public record AppendedRevision(byte[] delta, ChainState state) {

    /** The chain's file with this revision. */
    public PdfBytes behind(PdfBytes file) {
        byte[] bytes = Arrays.copyOf(file.toByteArray(), file.length() + delta.length);
        System.arraycopy(delta, 0, bytes, file.length(), delta.length);
        return new PdfBytes(bytes);
    }
}
