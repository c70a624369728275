package org.alternat.declaration.web;

import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.input.SignatoryInput;
import org.jspecify.annotations.Nullable;

/** One signatory and the party, as a browser sends them. */
public class SignatoryForm {

    private @Nullable String side;
    private @Nullable String party;
    private @Nullable String region;
    private @Nullable String contact;
    private @Nullable String givenName;
    private @Nullable String familyName;
    private @Nullable String capacity;
    private @Nullable String email;
    private @Nullable String locale;
    private @Nullable String order = "1";
    private @Nullable String role = SignatoryRole.SIGNATORY.word();

    static SignatoryForm of(Party party, Signatory signatory) {
        SignatoryForm form = new SignatoryForm();
        form.side = party.side();
        form.party = party.name();
        form.region = party.region();
        form.contact = party.contact() == null ? "" : party.contact().value();
        form.givenName = signatory.givenName();
        form.familyName = signatory.familyName();
        form.capacity = signatory.capacity();
        form.email = signatory.email().value();
        form.locale = signatory.locale().toLanguageTag();
        form.order = Integer.toString(signatory.round());
        form.role = signatory.role().word();
        return form;
    }

    SignatoryInput input() {
        return new SignatoryInput(
                null, side, party, region, contact, givenName, familyName, capacity, email, locale, order, role);
    }

    public @Nullable String getSide() {
        return side;
    }

    public void setSide(@Nullable String side) {
        this.side = side;
    }

    public @Nullable String getParty() {
        return party;
    }

    public void setParty(@Nullable String party) {
        this.party = party;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    public @Nullable String getContact() {
        return contact;
    }

    public void setContact(@Nullable String contact) {
        this.contact = contact;
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

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getOrder() {
        return order;
    }

    public void setOrder(@Nullable String order) {
        this.order = order;
    }
}
