package org.alternat.access.web;

import java.util.List;
import org.alternat.access.StaffMember;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A member of staff in the words of Spring Security. */
final class StaffAuthentication {

    private StaffAuthentication() {}

    static Authentication of(StaffMember member) {
        List<GrantedAuthority> authorities = member.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(member, null, authorities);
    }
}
