package org.alternat.sample;

import java.util.List;

/**
 * What the setting has to know about a language that the text itself does not say.
 *
 * @param secondLine where the title breaks: the words that start its second line
 * @param opening the words that open a recital, set in italics as treaties do
 */
enum TextLanguage {
    FR("fr", "Français", "sur l’évaluation", List.of("Considérant", "Constatant", "Convaincus"), "déclarent"),
    NL("nl", "Nederlands", "over de", List.of("Overwegende", "Vaststellende", "Ervan overtuigd"), "verklaren"),
    EN("en", "English", "on the", List.of("Considering", "Noting", "Convinced"), "declare");

    final String tag;
    final String name;
    final String secondLine;
    final List<String> openings;
    final String verb;

    TextLanguage(String tag, String name, String secondLine, List<String> openings, String verb) {
        this.tag = tag;
        this.name = name;
        this.secondLine = secondLine;
        this.openings = openings;
        this.verb = verb;
    }
}
