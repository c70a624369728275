package org.alternat.circulation;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** As {@link RandomMovesTest}, for as long as one cares to wait. */
class RandomMovesSoakIT extends RandomMovesTest {

    @Override
    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void no_sequence_of_moves_loses_doubles_or_freezes_anything(
            @ForAll("rounds") List<Integer> rounds, @ForAll("moves") List<Move> moves) {
        super.no_sequence_of_moves_loses_doubles_or_freezes_anything(rounds, moves);
    }
}
