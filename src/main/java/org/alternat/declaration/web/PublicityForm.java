package org.alternat.declaration.web;

import org.alternat.declaration.input.PublicityInput;
import org.alternat.declaration.input.Upload;
import org.alternat.shared.Publicity;
import org.jspecify.annotations.Nullable;

/** What an organiser types about the funding. */
public class PublicityForm {

    private @Nullable Boolean due;
    private @Nullable String fr;
    private @Nullable String nl;
    private @Nullable String en;
    private boolean emblem;
    private @Nullable String logoName;
    private boolean withoutLogo;

    /**
     * As it was decided; while it was not, or nothing was due, with the official sentences to be kept or written over.
     *
     * @param decided null while nobody has decided
     */
    static PublicityForm of(@Nullable Publicity decided, Publicity official) {
        Publicity shown = decided != null && decided.due() ? decided : official;
        PublicityForm form = new PublicityForm();
        form.due = decided == null ? null : decided.due();
        form.fr = shown.fr();
        form.nl = shown.nl();
        form.en = shown.en();
        form.emblem = shown.emblem();
        Publicity.Logo logo = decided == null ? null : decided.logo();
        form.logoName = logo == null ? null : logo.name();
        return form;
    }

    PublicityInput input(@Nullable Upload logo, Publicity.@Nullable Logo kept) {
        return new PublicityInput(due, fr, nl, en, emblem, logo, logoName, withoutLogo ? null : kept);
    }

    public @Nullable Boolean getDue() {
        return due;
    }

    public void setDue(@Nullable Boolean due) {
        this.due = due;
    }

    public @Nullable String getFr() {
        return fr;
    }

    public void setFr(@Nullable String fr) {
        this.fr = fr;
    }

    public @Nullable String getNl() {
        return nl;
    }

    public void setNl(@Nullable String nl) {
        this.nl = nl;
    }

    public @Nullable String getEn() {
        return en;
    }

    public void setEn(@Nullable String en) {
        this.en = en;
    }

    public boolean isEmblem() {
        return emblem;
    }

    public void setEmblem(boolean emblem) {
        this.emblem = emblem;
    }

    public @Nullable String getLogoName() {
        return logoName;
    }

    public void setLogoName(@Nullable String logoName) {
        this.logoName = logoName;
    }

    public boolean isWithoutLogo() {
        return withoutLogo;
    }

    public void setWithoutLogo(boolean withoutLogo) {
        this.withoutLogo = withoutLogo;
    }
}
