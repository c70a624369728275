package org.alternat.pades.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.alternat.pades.PageRendering;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people see before and after an upload, whatever its objects say. */
class PageRenderingTest {

    @TempDir
    static Path folder;

    private static Scene scene;

    @BeforeAll
    static void a_head_that_waits_for_the_second_person() throws Exception {
        scene = new Scene(folder);
    }

    @Test
    void an_honest_signature_changes_nothing_but_the_signers_own_field() throws Exception {
        assertThat(PageRendering.firstDifference(scene.head(), scene.honest(), Scene.FIELD))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"pageContent", "pageContentReplaced", "pageResources", "pageRotated"})
    void a_page_that_looks_different_is_named(Changes change) throws Exception {
        byte[] altered = scene.tool().sign(change.prepare(scene.update()), Scene.FIELD);

        assertThat(PageRendering.firstDifference(scene.head(), altered, Scene.FIELD))
                .hasValue(1);
    }

    @Test
    void a_page_that_is_missing_is_noticed() throws Exception {
        byte[] altered = scene.tool().sign(Changes.pageRemoved.prepare(scene.update()), Scene.FIELD);

        assertThat(PageRendering.firstDifference(scene.head(), altered, Scene.FIELD))
                .isPresent();
    }

    @Test
    void the_signature_of_somebody_else_that_vanishes_from_the_page_is_noticed() throws Exception {
        byte[] altered = scene.tool()
                .sign(
                        scene.update().substitute(scene.update().field("SIG_0001"), "/Rect ?\\[.*?]", "/Rect[0 0 0 0]"),
                        Scene.FIELD);

        assertThat(PageRendering.firstDifference(scene.head(), altered, Scene.FIELD))
                .isPresent();
        assertThat(PageRendering.firstDifference(scene.head(), altered, "SIG_0001"))
                .as("in the field whose owner signs, anything may be")
                .isEmpty();
    }
}
