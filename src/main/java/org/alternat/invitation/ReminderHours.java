package org.alternat.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.moment.Home;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a reminder may reach somebody: by day on their own clock and never on a public holiday of theirs. One that leaves by
 * itself leaves on working days only; one that an organiser asks for may leave on a weekend, since somebody decided so.
 */
@Service
@Transactional(readOnly = true)
public class ReminderHours {

    /** The first minute of the day at which a reminder may leave. */
    public static final LocalTime DAY_BEGINS = LocalTime.of(8, 0);
    /** The first minute at which none may leave any more. */
    public static final LocalTime NIGHT_BEGINS = LocalTime.of(20, 0);

    private final Declarations declarations;
    private final Signatories signatories;

    public ReminderHours(Declarations declarations, Signatories signatories) {
        this.declarations = declarations;
        this.signatories = signatories;
    }

    /** Whether a reminder may leave at this instant: not by night, not on a public holiday. */
    public boolean isOpen(SignatoryId id, Instant now) {
        Place place = place(id);
        ZonedDateTime there = now.atZone(place.zone());
        return isDay(there.toLocalTime()) && !PublicHolidays.is(there.toLocalDate(), place.home());
    }

    /** The first instant from now on at which a reminder may leave that somebody asks for. */
    public Instant asked(SignatoryId id, Instant now) {
        Place place = place(id);
        ZonedDateTime there = now.atZone(place.zone());
        LocalDate day = there.toLocalDate();
        if (isDay(there.toLocalTime()) && !PublicHolidays.is(day, place.home())) {
            return now;
        }
        day = there.toLocalTime().isBefore(DAY_BEGINS) ? day : day.plusDays(1);
        while (PublicHolidays.is(day, place.home())) {
            day = day.plusDays(1);
        }
        return day.atTime(DAY_BEGINS).atZone(place.zone()).toInstant();
    }

    /**
     * When the next reminder leaves by itself.
     *
     * @param last when the letter before it left
     * @param days at least that many days later, on the reader's calendar: a change to summer time moves nothing
     * @param at the hour there; by day
     * @param now a reminder that is late leaves now if it may, and otherwise as soon as it may
     */
    public Instant next(SignatoryId id, Instant last, int days, LocalTime at, Instant now) {
        Place place = place(id);
        Instant due = workingDay(last.atZone(place.zone()).toLocalDate().plusDays(days), at, place);
        if (due.isAfter(now)) {
            return due;
        }
        ZonedDateTime there = now.atZone(place.zone());
        LocalDate today = there.toLocalDate();
        if (isDay(there.toLocalTime()) && PublicHolidays.isWorkingDay(today, place.home())) {
            return now;
        }
        return workingDay(there.toLocalTime().isBefore(at) ? today : today.plusDays(1), at, place);
    }

    private static Instant workingDay(LocalDate from, LocalTime at, Place place) {
        LocalDate day = from;
        while (!PublicHolidays.isWorkingDay(day, place.home())) {
            day = day.plusDays(1);
        }
        return day.atTime(at).atZone(place.zone()).toInstant();
    }

    private static boolean isDay(LocalTime time) {
        return !time.isBefore(DAY_BEGINS) && time.isBefore(NIGHT_BEGINS);
    }

    private Place place(SignatoryId id) {
        Signatory signatory = signatories.get(id);
        Party party = signatories.party(signatory.partyId());
        Home home = Home.of(signatory.locale(), party.region());
        return new Place(
                home, home.zone(declarations.get(signatory.declarationId()).zone()));
    }

    private record Place(Home home, ZoneId zone) {}
}
