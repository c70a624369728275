package org.alternat.pades.attack;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The same for as long as one has patience: {@code mvn -Psoak verify}. */
class MutatedFilesSoakIT extends MutatedFilesTest {

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void they_answer_for_hours(@ForAll("mutations") List<Mutation> mutations) {
        check(mutations);
    }
}
