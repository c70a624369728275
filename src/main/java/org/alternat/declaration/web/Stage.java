package org.alternat.declaration.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.Attendance;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.moment.City;
import org.jspecify.annotations.Nullable;

/**
 * What a room full of people sees of a declaration: who has signed, and what time it is in its cities. Nobody's refusal,
 * silence or address is shown there.
 *
 * @param blocks of everybody who signs, in order of precedence
 */
public record Stage(Declaration declaration, List<Block> blocks, List<CityClock> clocks, Instant now, long version) {

    /** So many blocks do not fit on a screen at their usual size. */
    private static final int CROWD = 30;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * The place of one signature.
     *
     * @param at the hour of the signature in the declaration's zone; empty until then
     * @param applying whether the consent is given and the signature a moment away
     * @param attendance whether the person signed in the room or from afar; null until then
     */
    public record Block(
            int number,
            String party,
            String person,
            String side,
            String at,
            boolean applying,
            boolean adReferendum,
            @Nullable Attendance attendance) {

        public boolean signed() {
            return !at.isEmpty();
        }
    }

    /**
     * A clock on the wall.
     *
     * @param time in hours and minutes, as the server knows it
     */
    public record CityClock(String city, ZoneId zone, String time) {}

    static Stage of(Board board, List<City> cities, Instant now, long version) {
        ZoneId zone = board.declaration().zone();
        List<Block> blocks = board.sides().stream()
                .filter(side -> side.role() == null || side.role().signs())
                .flatMap(side -> side.parties().stream())
                .flatMap(row -> row.signatories().stream()
                        .map(one -> block(row.party().name(), row.party().side(), one, zone)))
                .toList();
        List<CityClock> clocks = cities.stream()
                .map(city -> new CityClock(city.name(), city.zone(), HOUR.format(now.atZone(city.zone()))))
                .toList();
        return new Stage(board.declaration(), blocks, clocks, now, version);
    }

    private static Block block(String party, String side, Signatory one, ZoneId zone) {
        Instant signedAt = one.signedAt();
        return new Block(
                one.precedence(),
                party,
                one.isNamed() ? one.fullName() : "",
                side,
                signedAt == null ? "" : HOUR.format(signedAt.atZone(zone)),
                one.state() == SignatoryState.CONSENTED,
                signedAt != null && one.isProvisional(),
                signedAt == null ? null : one.attendance());
    }

    public int signed() {
        return (int) blocks.stream().filter(Block::signed).count();
    }

    public boolean crowded() {
        return blocks.size() > CROWD;
    }
}
