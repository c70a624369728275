package org.alternat.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.shared.EuropeanEmblem.Corner;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The construction rules, measured on what is drawn. All lengths are in hoists. */
class EuropeanEmblemTest {

    static final Corner CENTRE = new Corner(0.75, 0.5);
    static final Offset<Double> EXACT = within(1e-9);

    /** The picture for pages has four digits. */
    static final Offset<Double> DRAWN = within(1e-5);

    @Test
    void twelve_stars_stand_like_the_hours_on_a_circle_of_one_third_of_the_hoist() {
        List<List<Corner>> stars = EuropeanEmblem.stars();

        assertThat(stars).hasSize(12);
        for (int hour = 0; hour < 12; hour++) {
            Corner centre = centre(stars.get(hour));
            assertThat(distance(CENTRE, centre)).isEqualTo(1.0 / 3, EXACT);
            double clockwise = Math.toDegrees(Math.atan2(centre.x() - CENTRE.x(), CENTRE.y() - centre.y()));
            assertThat((clockwise + 360.0001) % 360).isEqualTo(30.0 * hour, within(0.001));
        }
    }

    @Test
    void each_star_has_five_points_on_a_circle_of_one_eighteenth_and_one_of_them_straight_up() {
        for (List<Corner> star : EuropeanEmblem.stars()) {
            Corner centre = centre(star);
            assertThat(star).hasSize(10);
            for (int point = 0; point < 10; point += 2) {
                assertThat(distance(centre, star.get(point))).isEqualTo(1.0 / 18, EXACT);
            }
            assertThat(star.get(0).x()).isEqualTo(centre.x(), EXACT);
            assertThat(star.get(0).y()).isLessThan(centre.y());
        }
    }

    @Test
    void the_edges_of_a_star_lie_on_the_lines_between_its_points() {
        for (List<Corner> star : EuropeanEmblem.stars()) {
            for (int notch = 1; notch < 10; notch += 2) {
                Corner before = star.get(notch - 1);
                Corner here = star.get(notch);
                Corner far = star.get((notch + 3) % 10);
                double turn = (here.x() - before.x()) * (far.y() - before.y())
                        - (here.y() - before.y()) * (far.x() - before.x());
                assertThat(turn).isEqualTo(0, EXACT);
            }
        }
    }

    @Test
    void the_picture_for_pages_is_drawn_by_the_same_rules_in_the_official_colours() throws IOException {
        String svg = picture();

        assertThat(svg).contains("viewBox=\"0 0 27 18\"", "fill=\"#039\" d=\"M0 0h27v18H0z\"");
        List<List<Corner>> drawn = new ArrayList<>();
        Matcher star =
                Pattern.compile("<polygon fill=\"#fc0\" points=\"([^\"]*)\"/>").matcher(svg);
        while (star.find()) {
            drawn.add(Arrays.stream(star.group(1).split(" "))
                    .map(pair -> pair.split(","))
                    .map(pair -> new Corner(Double.parseDouble(pair[0]) / 18, Double.parseDouble(pair[1]) / 18))
                    .toList());
        }
        assertThat(drawn).hasSize(12);
        for (int hour = 0; hour < 12; hour++) {
            for (int corner = 0; corner < 10; corner++) {
                Corner rule = EuropeanEmblem.stars().get(hour).get(corner);
                assertThat(distance(rule, drawn.get(hour).get(corner))).isEqualTo(0, DRAWN);
            }
        }
    }

    static String picture() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EuropeanEmblemTest.class.getResourceAsStream("/static/european-union.svg"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Corner centre(List<Corner> star) {
        return new Corner(
                star.stream().mapToDouble(Corner::x).average().orElseThrow(),
                star.stream().mapToDouble(Corner::y).average().orElseThrow());
    }

    private static double distance(Corner one, Corner other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
