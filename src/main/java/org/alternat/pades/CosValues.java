package org.alternat.pades;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/** Compares what values say, not how they are written: {@code 1} is {@code 1.0}, {@code <41>} is {@code (A)}. */
final class CosValues {

    private CosValues() {}

    static boolean same(@Nullable COSBase one, @Nullable COSBase other) {
        return same(one, other, false);
    }

    /** @param ofStream true for a stream's dictionary: its length follows from its bytes, which are compared by themselves */
    static boolean same(@Nullable COSBase one, @Nullable COSBase other, boolean ofStream) {
        if (one == other) {
            return true;
        }
        COSBase a = orNull(one);
        COSBase b = orNull(other);
        if (a == null || b == null) {
            return a == b;
        }
        if (a instanceof COSObject reference) {
            return b instanceof COSObject second && reference.getKey().equals(second.getKey());
        }
        if (a instanceof COSNumber number) {
            return b instanceof COSNumber second && number.floatValue() == second.floatValue();
        }
        if (a instanceof COSArray array) {
            return b instanceof COSArray second && sameElements(array, second);
        }
        if (a instanceof COSDictionary dictionary) {
            return b instanceof COSDictionary second
                    && differingKeys(dictionary, second).stream()
                            .allMatch(key -> ofStream && COSName.LENGTH.equals(key));
        }
        return a.equals(b);
    }

    /** The keys whose values differ or that only one of them has. */
    static List<COSName> differingKeys(COSDictionary one, COSDictionary other) {
        Set<COSName> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        List<COSName> differing = new ArrayList<>();
        for (COSName key : keys) {
            if (!same(one.getItem(key), other.getItem(key))) {
                differing.add(key);
            }
        }
        differing.sort(null);
        return differing;
    }

    /** Tells the consumer every object number that the value refers to directly. */
    static void forEachReference(@Nullable COSBase value, Consumer<Long> consumer) {
        if (value instanceof COSObject reference) {
            consumer.accept(reference.getKey().getNumber());
        } else if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                forEachReference(array.get(i), consumer);
            }
        } else if (value instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                forEachReference(dictionary.getItem(key), consumer);
            }
        }
    }

    private static boolean sameElements(COSArray one, COSArray other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable COSBase orNull(@Nullable COSBase value) {
        return value instanceof COSNull ? null : value;
    }
}
