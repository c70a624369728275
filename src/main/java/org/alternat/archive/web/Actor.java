package org.alternat.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import org.alternat.shared.StaffIdentity;

/** Names a person for the audit trail, in the role that opened the door. */
final class Actor {

    private Actor() {}

    static String of(StaffIdentity by, HttpServletRequest request) {
        if (request.isUserInRole("ARCHIVIST")) {
            return "archivist:" + by.staffId();
        }
        return (request.isUserInRole("AUDITOR") ? "auditor:" : "organiser:") + by.staffId();
    }
}
