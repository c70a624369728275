package org.alternat.system.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The front page; whoever is logged in goes straight to work. */
@Controller
class HomeController {

    @GetMapping("/")
    @Nullable
    String home(@ModelAttribute(name = "viewer", binding = false) Viewer viewer) {
        if (!viewer.loggedIn()) {
            return "system/home";
        }
        return viewer.is("ORGANISER") ? "redirect:/declarations" : "redirect:/archive";
    }
}
