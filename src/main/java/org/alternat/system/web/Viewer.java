package org.alternat.system.web;

import java.util.Set;

/**
 * Who looks at a page, as far as the layout needs to know.
 *
 * @param name shown beside the log-out button; empty for a reader without an account
 * @param roles authorities without the prefix {@code ROLE_}
 */
public record Viewer(boolean loggedIn, String name, Set<String> roles) {

    static final Viewer PUBLIC = new Viewer(false, "", Set.of());

    public boolean is(String role) {
        return roles.contains(role);
    }
}
