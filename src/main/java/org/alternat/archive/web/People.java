package org.alternat.archive.web;

import org.alternat.shared.StaffId;
import org.alternat.shared.StaffNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What members of staff are called. The accounts live in a package above this one, which may know them or not. */
@Component
class People {

    private final ObjectProvider<StaffNames> names;

    People(ObjectProvider<StaffNames> names) {
        this.names = names;
    }

    /** The name behind an id of the audit trail; the id itself where nobody knows it. */
    String name(String id) {
        try {
            StaffId staff = StaffId.parse(id);
            return names.stream()
                    .findFirst()
                    .flatMap(known -> known.nameOf(staff))
                    .orElse(id);
        } catch (IllegalArgumentException noId) {
            return id;
        }
    }
}
