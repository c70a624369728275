package org.alternat.declaration.input;

import org.jspecify.annotations.Nullable;

/** A person as a browser sends one. */
public class PersonForm {

    private @Nullable String givenName;
    private @Nullable String familyName;
    private @Nullable String capacity;
    private @Nullable String email;
    private @Nullable String locale;

    /** A blank form, in the language of who fills it in. */
    public static PersonForm blank(String locale) {
        PersonForm form = new PersonForm();
        form.locale = locale;
        return form;
    }

    /** What was typed, to be read. */
    public SignatoryInput input() {
        return new SignatoryInput(
                null, null, null, null, null, givenName, familyName, capacity, email, locale, null, null);
    }

    public @Nullable String getGivenName() {
        return givenName;
    }

    public void setGivenName(@Nullable String givenName) {
        this.givenName = givenName;
    }

    public @Nullable String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(@Nullable String familyName) {
        this.familyName = familyName;
    }

    public @Nullable String getCapacity() {
        return capacity;
    }

    public void setCapacity(@Nullable String capacity) {
        this.capacity = capacity;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getLocale() {
        return locale;
    }

    public void setLocale(@Nullable String locale) {
        this.locale = locale;
    }
}
