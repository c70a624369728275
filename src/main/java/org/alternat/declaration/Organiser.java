package org.alternat.declaration;

import java.util.Locale;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;

/** A person who may act on one declaration, and to whom its signatories' replies go. */
public record Organiser(StaffId id, String name, EmailAddress email, Locale locale) {}
