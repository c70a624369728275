package org.alternat.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a window receives over the wire: heads and bodies, as they were encoded. What its workers fetch themselves is not seen. */
public final class Traffic {

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Long> bytes = new TreeMap<>();

    private Traffic() {}

    /** From now on, of a browser that has been nowhere yet: nothing comes from its cache. */
    public static Traffic of(Page page) {
        Traffic traffic = new Traffic();
        CDPSession session = page.context().newCDPSession(page);
        session.on("Network.responseReceived", traffic::answered);
        session.on("Network.loadingFinished", traffic::finished);
        session.send("Network.enable");
        JsonObject off = new JsonObject();
        off.addProperty("cacheDisabled", true);
        session.send("Network.setCacheDisabled", off);
        return traffic;
    }

    private synchronized void answered(JsonObject event) {
        addresses.put(
                event.get("requestId").getAsString(),
                event.getAsJsonObject("response").get("url").getAsString());
    }

    private synchronized void finished(JsonObject event) {
        String address = addresses.getOrDefault(event.get("requestId").getAsString(), "");
        bytes.merge(address, event.get("encodedDataLength").getAsLong(), Long::sum);
    }

    /** From addresses that do not end so. */
    public synchronized long bytesBeside(String ending) {
        return bytes.entrySet().stream()
                .filter(sent -> !sent.getKey().endsWith(ending))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public synchronized String toString() {
        return bytes.toString();
    }
}
