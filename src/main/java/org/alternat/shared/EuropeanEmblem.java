package org.alternat.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * The emblem of the European Union by its construction rules (Interinstitutional style guide of the Publications Office,
 * annex A1, "Graphics guide to the European emblem"): a blue field whose fly is one and a half times its hoist; on it twelve
 * five-pointed stars as the hours stand on a clock, their centres on a circle of one third of the hoist, each with one point up
 * and its points on a circle of one eighteenth of the hoist.
 */
public final class EuropeanEmblem {

    /** Pantone Reflex Blue, as red, green and blue. */
    public static final int BLUE = 0x003399;

    /** Pantone Yellow, as red, green and blue. */
    public static final int YELLOW = 0xFFCC00;

    /** The fly, in hoists. */
    public static final double FLY = 1.5;

    private static final int STARS = 12;
    private static final int CORNERS = 10;
    private static final double CIRCLE = 1.0 / 3;
    private static final double STAR = 1.0 / 18;

    /** Where two edges of a regular pentagram meet, in radii of the circle around it. */
    private static final double NOTCH = Math.sin(Math.PI / 10) / Math.sin(3 * Math.PI / 10);

    private EuropeanEmblem() {}

    /** The corners of each star in their order, in hoists from the field's upper left corner, to the right and downwards. */
    public static List<List<Corner>> stars() {
        List<List<Corner>> stars = new ArrayList<>();
        for (int hour = 0; hour < STARS; hour++) {
            Corner centre = around(new Corner(FLY / 2, 0.5), CIRCLE, 2 * Math.PI * hour / STARS);
            List<Corner> star = new ArrayList<>();
            for (int corner = 0; corner < CORNERS; corner++) {
                star.add(around(centre, corner % 2 == 0 ? STAR : STAR * NOTCH, 2 * Math.PI * corner / CORNERS));
            }
            stars.add(List.copyOf(star));
        }
        return stars;
    }

    /** @param angle from straight up, clockwise */
    private static Corner around(Corner centre, double radius, double angle) {
        return new Corner(centre.x() + radius * Math.sin(angle), centre.y() - radius * Math.cos(angle));
    }

    /** One corner of a star. */
    public record Corner(double x, double y) {}
}
