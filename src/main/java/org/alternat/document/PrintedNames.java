package org.alternat.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alternat.pades.Typeface;

/** Which names cannot be printed as they are on the signature pages, to be told before anything circulates. */
public final class PrintedNames {

    private PrintedNames() {}

    /** @return the names that lack something, in their order, each with its missing characters apart from each other by spaces */
    public static Map<String, String> lacking(Collection<String> names) {
        Map<String, String> lacking = new LinkedHashMap<>();
        for (String name : names) {
            String missing = String.join(" ", Typeface.lacks(name));
            if (!missing.isEmpty()) {
                lacking.put(name, missing);
            }
        }
        return lacking;
    }
}
