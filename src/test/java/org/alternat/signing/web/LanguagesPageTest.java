package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever signs reads the languages of a declaration one at a time, or two side by side, and which of them counts. */
class LanguagesPageTest extends SigningPages {

    private static final String FRENCH = "Considérant que";
    private static final String DUTCH = "Overwegende dat";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-FR | fr | Les textes français et néerlandais font également foi\u00a0; en cas de divergence, le texte français prévaut. Le texte anglais est une traduction donnée pour information.",
                "nl-BE | nl | De Franse en Nederlandse teksten zijn gelijkelijk authentiek; bij verschil geeft de Franse tekst de doorslag. De Engelse tekst is een vertaling ter informatie.",
                "en | en | The French and Dutch texts are equally authentic; should they diverge, the French text prevails. The English text is a translation for information."
            })
    void the_page_opens_with_the_reader_s_language_alone_and_says_which_text_prevails(
            String locale, String language, String sentence) {
        String page = invited(locale, "fr-FR").get(0).proved().get("/document").body();

        assertThat(articles(page)).isEqualTo("[" + language + "]");
        assertThat(page).contains(sentence).contains("?text=fr#text", "?text=nl#text", "?text=en#text");
    }

    @Test
    void each_language_is_a_link_away_and_the_one_shown_is_marked() {
        Person zoe = invited("fr-FR", "fr-FR").get(0).proved();

        String page = zoe.get("/document?text=nl").body();

        assertThat(articles(page)).isEqualTo("[nl]");
        assertThat(page).containsPattern(DUTCH).doesNotContainPattern(FRENCH);
        assertThat(page).containsPattern("text=nl#text\" hreflang=\"nl\"\\s+aria-current=\"true\"");
        assertThat(page).contains(zoe.link() + "/document.pdf#page=4", "page\u00a04 du PDF");
    }

    @Test
    void two_languages_stand_side_by_side_each_marked_as_what_it_is() {
        Person zoe = invited("fr-FR", "fr-FR").get(0).proved();

        String page = zoe.get("/document?text=en&beside=fr").body();

        assertThat(articles(page)).isEqualTo("[en, fr]");
        assertThat(page).containsPattern(FRENCH).doesNotContainPattern(DUTCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?text=de", "?text=", "?text=fr&beside=fr", "?text=fr&beside=%22%3E%3Cscript%3E", "?beside=xx"})
    void a_language_that_is_not_there_changes_nothing(String query) {
        Person zoe = invited("fr-FR", "fr-FR").get(0).proved();

        String page = zoe.get("/document" + query).body();

        assertThat(articles(page)).isEqualTo("[fr]");
        assertThat(page).doesNotContain("side-by-side", "\"><script>");
    }

    /** The languages of the texts that were sent, in the order of the page. */
    private static String articles(String page) {
        return Pattern.compile("<article class=\"prose\" lang=\"(\\w+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList()
                .toString();
    }
}
