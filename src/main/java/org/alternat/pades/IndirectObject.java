package org.alternat.pades;

import java.util.Arrays;
import org.apache.pdfbox.cos.COSBase;

/**
 * An indirect object as it is written (ISO 32000-1, section 7.3.10). References in it are left as references.
 *
 * @param dataFrom where the bytes of a stream start, or -1 when it is no stream
 * @param dataTo where they end
 * @param end the first byte behind {@code endobj}
 */
record IndirectObject(long number, int generation, COSBase value, int dataFrom, int dataTo, int end) {

    boolean isStream() {
        return dataFrom >= 0;
    }

    /** True when both say the same: dictionaries by value, streams by their encoded bytes too. */
    boolean saysTheSameAs(IndirectObject other, byte[] file) {
        return isStream() == other.isStream()
                && CosValues.same(value, other.value, isStream())
                && (!isStream() || Arrays.equals(file, dataFrom, dataTo, file, other.dataFrom(), other.dataTo()));
    }
}
