package org.alternat.invitation;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.alternat.moment.Home;

/** The days on which people are left in peace: weekends, and the public holidays of where they live. */
final class PublicHolidays {

    private PublicHolidays() {}

    static boolean isWorkingDay(LocalDate day, Home home) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !is(day, home);
    }

    /** By law for everyone there: a day that only banks or schools keep is no public holiday. */
    static boolean is(LocalDate day, Home home) {
        return switch (home) {
            case FRANCE -> is(day, HolidayCalendar.FRANCE);
            // Both départements of Alsace keep the same days; the Moselle keeps them too.
            case ALSACE_MOSELLE -> is(day, HolidayCalendar.FRANCE, "67");
            case BELGIUM -> is(day, HolidayCalendar.BELGIUM);
            case QUEBEC -> is(day, HolidayCalendar.CANADA, "qc");
            case ELSEWHERE -> false;
        };
    }

    private static boolean is(LocalDate day, HolidayCalendar calendar, String... region) {
        return HolidayManager.getInstance(ManagerParameters.create(calendar))
                .isHoliday(day, HolidayType.PUBLIC_HOLIDAY, region);
    }
}
