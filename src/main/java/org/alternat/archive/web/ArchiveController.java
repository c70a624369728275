package org.alternat.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.alternat.archive.ArchivePage;
import org.alternat.archive.ArchiveQuery;
import org.alternat.archive.ArchiveSearch;
import org.alternat.archive.ArchivedDeclaration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding a declaration again. */
@Controller
class ArchiveController {

    private final ArchiveSearch search;

    ArchiveController(ArchiveSearch search) {
        this.search = search;
    }

    @GetMapping("/archive")
    String list(
            @ModelAttribute("form") ArchiveForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ArchiveQuery query = form.query(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "archive/search";
        }
        ArchivePage found = search.find(query, Math.max(1, page));
        model.addAttribute("found", found);
        model.addAttribute(
                "rows", found.items().stream().map(item -> Row.of(item, locale)).toList());
        model.addAttribute("facets", FacetLinks.of(search.facets(query), form));
        model.addAttribute("previous", found.number() > 1 ? form.href(found.number() - 1L) : "");
        model.addAttribute("next", found.number() < found.pages() ? form.href(found.number() + 1L) : "");
        return "archive/search";
    }

    /** One line of the list. */
    record Row(ArchivedDeclaration item, String closed, String closedMachine) {

        static Row of(ArchivedDeclaration item, Locale locale) {
            ArchiveTimes times = new ArchiveTimes(item.zone(), locale);
            return new Row(item, times.day(item.closedAt()), times.machine(item.closedAt()));
        }
    }
}
