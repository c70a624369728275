package org.alternat.declaration.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alternat.declaration.CompletionRule;
import org.alternat.declaration.OrderOfPrecedence;
import org.alternat.declaration.Terms;
import org.alternat.declaration.input.TermsInput;
import org.alternat.moment.City;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a declaration as simple fields: everybody, or so many of each side and the parties that must be among them.
 */
public class TermsForm {

    private static final int SIDES = 3;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private boolean everybody = true;
    private List<SideForm> sides = new ArrayList<>();
    private @Nullable String parties;
    private @Nullable String openUntil;
    private @Nullable String alphabet;
    private boolean bySide;
    private @Nullable String host;
    private boolean hostLast;
    private boolean adReferendum;
    private @Nullable String cities;

    public TermsForm() {
        while (sides.size() < SIDES) {
            sides.add(new SideForm());
        }
    }

    static TermsForm of(Terms terms, ZoneId zone) {
        TermsForm form = new TermsForm();
        form.everybody = terms.rule().equals(CompletionRule.ALL);
        List<SideForm> rows = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (CompletionRule.Condition condition : form.everybody
                ? List.<CompletionRule.Condition>of()
                : terms.rule().conditions()) {
            if (condition instanceof CompletionRule.Named party) {
                named.add(party.party());
            } else {
                rows.add(SideForm.of(condition));
            }
        }
        while (rows.size() < SIDES) {
            rows.add(new SideForm());
        }
        form.sides = rows;
        form.parties = String.join("\n", named);
        Instant until = terms.openUntil();
        form.openUntil = until == null ? null : LOCAL.format(until.atZone(zone));
        OrderOfPrecedence order = terms.order();
        form.alphabet = order.language() == null ? "" : order.language().toLanguageTag();
        form.bySide = order.bySide();
        form.host = order.host() == null ? "" : order.host().party();
        form.hostLast = order.host() != null && !order.host().first();
        form.adReferendum = terms.adReferendum();
        form.cities = City.write(terms.cities());
        return form;
    }

    TermsInput input() {
        return new TermsInput(rule(), openUntil, order(), adReferendum, cities);
    }

    private String rule() {
        if (everybody) {
            return CompletionRule.ALL.toString();
        }
        List<String> conditions = new ArrayList<>();
        sides.stream().map(SideForm::condition).filter(text -> !text.isEmpty()).forEach(conditions::add);
        Objects.requireNonNullElse(parties, "")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new CompletionRule.Named(name).toString())
                .forEach(conditions::add);
        // Nothing was said: no rule, which the reader names as the fault that it is.
        return conditions.isEmpty() ? "none" : String.join(" and ", conditions);
    }

    private String order() {
        String text = blank(alphabet) ? "fixed list" : "alphabetical in " + alphabet;
        text += bySide ? ", by side" : "";
        return blank(host)
                ? text
                : text + ", host " + (hostLast ? "last" : "first") + " \""
                        + Objects.requireNonNull(host).strip().replace("\"", "\"\"") + "\"";
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    public boolean isEverybody() {
        return everybody;
    }

    public void setEverybody(boolean everybody) {
        this.everybody = everybody;
    }

    public List<SideForm> getSides() {
        return sides;
    }

    public void setSides(List<SideForm> sides) {
        this.sides = sides;
    }

    public @Nullable String getParties() {
        return parties;
    }

    public void setParties(@Nullable String parties) {
        this.parties = parties;
    }

    public @Nullable String getOpenUntil() {
        return openUntil;
    }

    public void setOpenUntil(@Nullable String openUntil) {
        this.openUntil = openUntil;
    }

    public @Nullable String getAlphabet() {
        return alphabet;
    }

    public void setAlphabet(@Nullable String alphabet) {
        this.alphabet = alphabet;
    }

    public boolean isBySide() {
        return bySide;
    }

    public void setBySide(boolean bySide) {
        this.bySide = bySide;
    }

    public @Nullable String getHost() {
        return host;
    }

    public void setHost(@Nullable String host) {
        this.host = host;
    }

    public boolean isHostLast() {
        return hostLast;
    }

    public void setHostLast(boolean hostLast) {
        this.hostLast = hostLast;
    }

    public boolean isAdReferendum() {
        return adReferendum;
    }

    public void setAdReferendum(boolean adReferendum) {
        this.adReferendum = adReferendum;
    }

    public @Nullable String getCities() {
        return cities;
    }

    public void setCities(@Nullable String cities) {
        this.cities = cities;
    }

    /** So many of one side; of all parties when the side is empty, all of the side when the number is. */
    public static class SideForm {

        private @Nullable String least;
        private @Nullable String side;

        static SideForm of(CompletionRule.Condition condition) {
            SideForm form = new SideForm();
            if (condition instanceof CompletionRule.AtLeast some) {
                form.least = Integer.toString(some.number());
                form.side = some.side();
            } else if (condition instanceof CompletionRule.All all) {
                form.side = all.side();
            }
            return form;
        }

        /** Empty when nothing was typed. */
        String condition() {
            String name =
                    blank(side) ? "all" : quoted(Objects.requireNonNull(side).strip());
            if (blank(least)) {
                return blank(side) ? "" : "all of " + name;
            }
            return Objects.requireNonNull(least).strip() + " of " + name;
        }

        private static String quoted(String name) {
            return "\"" + name.replace("\"", "\"\"") + "\"";
        }

        public @Nullable String getLeast() {
            return least;
        }

        public void setLeast(@Nullable String least) {
            this.least = least;
        }

        public @Nullable String getSide() {
            return side;
        }

        public void setSide(@Nullable String side) {
            this.side = side;
        }
    }
}
