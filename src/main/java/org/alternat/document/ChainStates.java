package org.alternat.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alternat.document.Revisions.Head;
import org.alternat.pades.ChainState;
import org.alternat.shared.DeclarationId;

/**
 * The states of the chains that this node wrote last. One that does not belong to the stored head (another node was here,
 * or a transaction rolled back) is never used.
 */
final class ChainStates {

    private static final int KEPT = 64;

    private final Map<DeclarationId, Entry> entries = new LinkedHashMap<>(KEPT, 0.75f, true);

    synchronized Optional<ChainState> find(Head head) {
        Entry entry = entries.get(head.declarationId());
        return entry != null && entry.head().equals(head) ? Optional.of(entry.state()) : Optional.empty();
    }

    /** May be called before the commit: after a rollback the entry belongs to no stored head. */
    synchronized void keep(Head head, ChainState state) {
        entries.put(head.declarationId(), new Entry(head, state));
        if (entries.size() > KEPT) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    private record Entry(Head head, ChainState state) {}
}
