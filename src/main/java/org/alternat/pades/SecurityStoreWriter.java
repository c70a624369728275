package org.alternat.pades;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alternat.pades.ChainState.Catalog;
import org.alternat.pades.ChainState.SecurityStore;
import org.alternat.shared.Sha256;

/** Writes the DSS dictionary (EN 319 142-1, clause 5.4.2) into an increment: what is in the file already is only referred to. */
final class SecurityStoreWriter {

    private SecurityStoreWriter() {}

    /** @return the catalogue as it stands with this increment, which holds it already */
    static Catalog write(Increment increment, ChainState tip, ValidationData data) {
        SecurityStore before = tip.catalog().securityStore();
        SecurityStore store = new SecurityStore(
                writeOnce(increment, before.certificates(), data.certificates()),
                writeOnce(increment, before.revocationLists(), data.revocationLists()),
                writeOnce(increment, before.revocationAnswers(), data.revocationAnswers()));
        int dictionary = increment.reserve();
        increment.object(
                dictionary,
                "<</Type/DSS" + references("/Certs", store.certificates())
                        + references("/CRLs", store.revocationLists()) + references("/OCSPs", store.revocationAnswers())
                        + ">>");
        Catalog catalog = new Catalog(tip.catalog().entries(), store);
        increment.object(
                tip.trailer().root(), "<<" + catalog.entries() + "/DSS " + CosText.reference(dictionary) + ">>");
        return catalog;
    }

    private static Map<Sha256, Integer> writeOnce(
            Increment increment, Map<Sha256, Integer> before, List<byte[]> objects) {
        Map<Sha256, Integer> all = new LinkedHashMap<>(before);
        for (byte[] object : objects) {
            all.computeIfAbsent(Sha256.of(object), digest -> {
                int number = increment.reserve();
                increment.stream(number, "", object);
                return number;
            });
        }
        return all;
    }

    private static String references(String key, Map<Sha256, Integer> objects) {
        List<String> references = new ArrayList<>();
        objects.values().forEach(number -> references.add(CosText.reference(number)));
        return references.isEmpty() ? "" : key + "[" + String.join(" ", references) + "]";
    }
}
