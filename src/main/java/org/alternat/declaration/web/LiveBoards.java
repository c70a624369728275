package org.alternat.declaration.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open boards that something has happened, within a second and on whichever node. Every act writes an entry of the
 * audit trail in its own transaction, so the trail's length is the counter of changes: one thread asks for the lengths of
 * all watched trails in one query, and not at all while nobody watches. What is told is a number; the page then asks for
 * what it may see. A watcher costs a connection and no thread.
 */
@Component
class LiveBoards implements SmartLifecycle {

    static final int AT_MOST = 400;
    static final int AT_MOST_EACH = 16;

    /** Short, so that whoever loses the right to watch does not keep the line; the browser comes back by itself. */
    private static final Duration LINE = Duration.ofMinutes(4);

    private static final long LOOK_MILLIS = 400;

    /** A beat every fourteen seconds: proxies cut a line that is silent for a minute. */
    private static final int LOOKS_PER_BEAT = 35;

    private static final Logger LOG = LoggerFactory.getLogger(LiveBoards.class);

    private final AuditTrail audit;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private volatile ScheduledExecutorService looking = closed();
    private int looks;

    LiveBoards(AuditTrail audit) {
        this.audit = audit;
    }

    /** A line for somebody who may see the declaration; empty when too many are open. */
    Optional<SseEmitter> open(DeclarationId declaration, StaffId staff) {
        long ofStaff = watchers.stream().filter(one -> one.staff.equals(staff)).count();
        if (looking.isShutdown() || watchers.size() >= AT_MOST || ofStaff >= AT_MOST_EACH) {
            return Optional.empty();
        }
        SseEmitter line = new SseEmitter(LINE.toMillis());
        Watcher watcher = new Watcher(declaration, staff, line);
        line.onTimeout(line::complete);
        line.onCompletion(() -> watchers.remove(watcher));
        line.onError(lost -> watchers.remove(watcher));
        watchers.add(watcher);
        return Optional.of(line);
    }

    private void look() {
        looks++;
        if (watchers.isEmpty()) {
            return;
        }
        try {
            Map<DeclarationId, Long> lengths =
                    audit.lengths(watchers.stream().map(one -> one.declaration).collect(Collectors.toSet()));
            watchers.forEach(one -> tell(one, lengths.getOrDefault(one.declaration, 0L)));
        } catch (DataAccessException | TransactionException away) {
            // A database that is away tells nothing; the next look asks again.
            LOG.debug("The boards' trails cannot be read now", away);
        } catch (RuntimeException unexpected) {
            // An exception would end the schedule, and all boards would silently stand still.
            LOG.warn("A board could not be told of a change", unexpected);
        }
    }

    /** A line holds some hundreds of these short messages before it could block, and lives for fewer. */
    private void tell(Watcher watcher, long length) {
        boolean beat = looks % LOOKS_PER_BEAT == 0;
        if (length == watcher.told && !beat) {
            return;
        }
        try {
            watcher.line.send(SseEmitter.event()
                    .name(length == watcher.told ? "beat" : "change")
                    .data(length));
            watcher.told = length;
        } catch (IOException | IllegalStateException gone) {
            watchers.remove(watcher);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a look catches whatever goes wrong in it
    public void start() {
        looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "live-boards");
            thread.setDaemon(true);
            return thread;
        });
        looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Before the web server's own stop, which would wait half a minute for lines that never end by themselves. */
    @Override
    public void stop() {
        looking.shutdownNow();
        watchers.forEach(one -> one.line.complete());
        watchers.clear();
    }

    @Override
    public boolean isRunning() {
        return !looking.isShutdown();
    }

    private static ScheduledExecutorService closed() {
        ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }

    /** Compared by identity: one person may watch the same board twice. */
    private static final class Watcher {

        private final DeclarationId declaration;
        private final StaffId staff;
        private final SseEmitter line;
        /** Nothing yet, so that the first look tells the present length. Only the looking thread touches it. */
        private long told = -1;

        private Watcher(DeclarationId declaration, StaffId staff, SseEmitter line) {
            this.declaration = declaration;
            this.staff = staff;
            this.line = line;
        }
    }
}
