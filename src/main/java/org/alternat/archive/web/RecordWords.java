package org.alternat.archive.web;

import java.util.Locale;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.LanguageWording;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a record says in words of the reader's language. */
@Component
class RecordWords {

    private final DeclarationTimes times;
    private final LanguageWording languages;

    RecordWords(DeclarationTimes times, LanguageWording languages) {
        this.times = times;
        this.languages = languages;
    }

    void show(RecordPage.View view, Locale locale, Model model) {
        Declaration declaration = view.declaration();
        model.addAttribute("times", new ArchiveTimes(view.kept().zone(), locale));
        model.addAttribute("zone", times.zone(declaration, locale));
        model.addAttribute("closedAt", times.moment(declaration, view.kept().closedAt(), locale));
        model.addAttribute(
                "standing", languages.sentences(declaration.versions(), locale).orElse(""));
    }
}
