package org.alternat.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.moment.City;
import org.alternat.moment.Home;
import org.alternat.moment.MomentWording;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** One letter of each kind, as its package asks for it, to one reader in each locale. */
final class LetterSamples {

    static final List<Locale> LOCALES = List.of(
            Locale.forLanguageTag("fr-FR"),
            Locale.forLanguageTag("fr-BE"),
            Locale.forLanguageTag("fr-CA"),
            Locale.forLanguageTag("nl-BE"),
            Locale.ENGLISH);

    static final List<String> KINDS = List.of(
            "invitation",
            "reminder",
            "prolongation",
            "resumption",
            "fresh-link",
            "refusal-notice",
            "refusal-receipt",
            "refusal-announcement",
            "change-notice",
            "delegation-notice",
            "delegation-answer",
            "incomplete-notice",
            "withdrawal-notice",
            "correction-notice",
            "instrument-notice",
            "paper-notice",
            "paper-undone",
            "signing-code",
            "staff-invitation",
            "final-copy",
            "final-copy-link");

    static final List<Recipient> ORGANISERS = List.of(
            new Recipient("Sébastien Pereau", new EmailAddress("sebastien@concertes.example.org")),
            new Recipient("Anaïs D’Hondt", new EmailAddress("anais@cress.example.org")));

    static final Instant DEADLINE = Instant.parse("2020-01-31T16:00:00Z");
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final List<City> CITIES = City.parse("Lille, Montréal", PARIS).orElseThrow();

    private LetterSamples() {}

    static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/letters", "messages/moment");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static Letter letter(String kind, Locale locale) {
        boolean staff = kind.equals("staff-invitation");
        return new Letter(
                new LetterKey(kind, staff ? null : DeclarationId.random(), "signatory:1", 1),
                kind.equals("final-copy-link") ? "final-copy" : kind,
                locale,
                new Recipient("Émilien Van den Broeck", new EmailAddress("emilien@party.example.org")),
                staff ? List.of() : ORGANISERS,
                model(kind, locale),
                List.of());
    }

    private static Map<String, Object> model(String kind, Locale locale) {
        MomentWording times = new MomentWording(messages());
        Home reader = Home.of(locale, "");
        Map<String, Object> model = new HashMap<>();
        model.put("title", title(locale));
        model.put("reference", "ALT-2019-0001");
        model.put("partyName", "Coopérative de l’Été & Fils");
        model.put("capacity", capacity(locale));
        model.put("deadline", times.moment(DEADLINE, CITIES, reader, locale));
        model.put("answered", times.moment(DEADLINE.minusSeconds(86_400 * 60 - 300), CITIES, reader, locale));
        model.put("link", "https://sign.example.org/s/q0J9zq4Yt2oYH5yq3mM0eWq5kX1rB7uN8vD6cZs2aLg");
        model.put("signatory", "Zoë Łukasiewicz");
        model.put(
                "day",
                java.time.LocalDate.of(2019, 11, 28)
                        .format(java.time.format.DateTimeFormatter.ofLocalizedDate(java.time.format.FormatStyle.LONG)
                                .withLocale(locale)));
        model.put("policy", "ASK");
        model.put("delegate", "Paul Martin");
        model.put("decision", kind.equals("delegation-notice") ? "" : "GIVEN");
        model.put("represented", "");
        model.put("passage", "Art. 3");
        model.put("reason", List.of("Notre conseil n’a pas statué.", "Réponse en janvier <peut-être>."));
        model.put("signed", 21);
        model.put("total", 24);
        model.put("refused", 1);
        model.put("silent", 2);
        model.put("kind", "accession");
        model.put("instrumentTitle", "Instrument d’adhésion de la Coöperatie Noord");
        model.put("instrumentReference", "ALT-2020-0007");
        model.put("parties", "Coöperatie Noord");
        model.put("code", "482913");
        model.put("minutes", 10);
        model.put("role", List.of("ORGANISER", "ARCHIVIST"));
        model.put("signatures", 24);
        model.put("sha256", "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b");
        model.put("size", new FileSizes(messages()).size(kind.equals("final-copy") ? 4_912_345 : 5_100_000, locale));
        model.put("attached", kind.equals("final-copy"));
        model.put("verify", "https://sign.example.org/verify");
        model.put("expires", times.day(Instant.parse("2020-05-01T12:00:00Z"), PARIS, locale));
        return model;
    }

    private static String title(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nl" -> "Gezamenlijke verklaring Europa–Québec over de evaluatie van maatschappelijke impact";
            case "en" -> "Europe–Québec joint declaration on the evaluation of social impact";
            default -> "Déclaration commune Europe–Québec sur l’évaluation de l’impact social";
        };
    }

    private static String capacity(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nl" -> "secretaris-generaal";
            case "en" -> "Secretary General";
            default -> "secrétaire général";
        };
    }
}
