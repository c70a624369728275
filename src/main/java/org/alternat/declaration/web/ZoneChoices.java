package org.alternat.declaration.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.moment.MomentWording;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The time zones that a page offers: the usual ones by their names, then every other place on earth. */
@Component
class ZoneChoices {

    static final List<String> USUAL = List.of("Europe/Paris", "Europe/Brussels", "America/Montreal", "UTC");

    private static final String PLACES = "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*";

    private final MomentWording wording;

    ZoneChoices(MomentWording wording) {
        this.wording = wording;
    }

    void show(Model model, Locale locale) {
        Map<String, String> usual = new LinkedHashMap<>();
        USUAL.forEach(zone -> usual.put(zone, wording.zone(ZoneId.of(zone), locale)));
        model.addAttribute("usualZones", usual);
        model.addAttribute(
                "zones",
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.matches(PLACES))
                        .sorted()
                        .toList());
    }
}
