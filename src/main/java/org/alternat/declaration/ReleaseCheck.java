package org.alternat.declaration;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that keeps a draft from being released, by all the conditions that there are. */
@Component
class ReleaseCheck {

    /** Asked for late: a condition of a package above may itself know the declarations. */
    private final ObjectProvider<ReleaseCondition> conditions;

    ReleaseCheck(ObjectProvider<ReleaseCondition> conditions) {
        this.conditions = conditions;
    }

    /** The most basic first. */
    List<Hindrance> of(Declaration draft) {
        return conditions
                .orderedStream()
                .flatMap(condition -> condition.of(draft).stream())
                .toList();
    }
}
