package org.alternat.declaration.web;

import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.input.PersonForm;
import org.alternat.declaration.input.SignatoryInput;
import org.jspecify.annotations.Nullable;

/** One signatory and the party, as a browser sends them. */
public class SignatoryForm extends PersonForm {

    private @Nullable String side;
    private @Nullable String party;
    private @Nullable String region;
    private @Nullable String contact;
    private @Nullable String order = "1";
    private @Nullable String role = SignatoryRole.SIGNATORY.word();

    static SignatoryForm of(Party party, Signatory signatory) {
        SignatoryForm form = new SignatoryForm();
        form.side = party.side();
        form.party = party.name();
        form.region = party.region();
        form.contact = party.contact() == null ? "" : party.contact().value();
        form.setGivenName(signatory.givenName());
        form.setFamilyName(signatory.familyName());
        form.setCapacity(signatory.capacity());
        form.setEmail(signatory.email() == null ? "" : signatory.email().value());
        form.setLocale(signatory.locale().toLanguageTag());
        form.order = Integer.toString(signatory.round());
        form.role = signatory.role().word();
        return form;
    }

    @Override
    public SignatoryInput input() {
        return new SignatoryInput(
                null,
                side,
                party,
                region,
                contact,
                getGivenName(),
                getFamilyName(),
                getCapacity(),
                getEmail(),
                getLocale(),
                order,
                role);
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
