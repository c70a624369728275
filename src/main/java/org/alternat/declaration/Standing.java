package org.alternat.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a party is bound by a declaration, and with what it has said about it.
 *
 * @param accession the instrument by which it joined; null when it signed the declaration itself
 * @param since later than its signature where the declaration took effect later
 * @param until when it withdrew; null while it is bound
 * @param withdrawal the instrument by which it withdrew
 * @param notes reservations, interpretative declarations and rectifications of the party
 */
public record Standing(
        String party,
        String side,
        @Nullable Declaration accession,
        Instant since,
        @Nullable Instant until,
        @Nullable Declaration withdrawal,
        List<Note> notes) {

    public Standing {
        notes = List.copyOf(notes);
    }

    /** What a party has said by an instrument. */
    public record Note(InstrumentKind kind, Declaration instrument, Instant at) {}

    /** Whether the party was bound when that day ended in the zone. */
    public boolean isBoundOn(LocalDate day, ZoneId zone) {
        Instant end = endOf(day, zone);
        return since.isBefore(end) && (until == null || !until.isBefore(end));
    }

    /** What the party had said when that day ended in the zone. */
    public List<Note> notesOn(LocalDate day, ZoneId zone) {
        Instant end = endOf(day, zone);
        return notes.stream().filter(note -> note.at().isBefore(end)).toList();
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
