package org.alternat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class WrongSettingAnalyzerTest {

    private final WrongSettingAnalyzer analyzer = new WrongSettingAnalyzer();

    @Test
    void the_sentence_that_names_the_setting_is_what_the_operator_reads() {
        Throwable ours = new IllegalStateException(
                "alternat.pki.key-directory: the key store cannot be read", new IOException("bad"));

        assertThat(analyzer.analyze(new BeanCreationException("a", new BeanCreationException("b", ours))))
                .satisfies(told -> assertThat(told.getDescription()).isEqualTo(ours.getMessage()));
    }

    @Test
    void a_failure_that_names_no_setting_keeps_its_whole_stack() {
        assertThat(analyzer.analyze(new BeanCreationException(
                        "org.alternat.mail.Letters", new IllegalStateException("org.alternat.x"))))
                .isNull();
    }

    @Test
    void boot_knows_it() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, implementation, failure) -> {}))
                .hasAtLeastOneElementOfType(WrongSettingAnalyzer.class);
    }
}
