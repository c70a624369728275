package org.alternat.declaration;

import java.util.List;
import org.springframework.stereotype.Component;

/** Nothing leaves before somebody has said who funds it, or that no mention is due. */
@Component
class DecidedPublicity implements ReleaseCondition {

    private final PublicityRows rows;

    DecidedPublicity(PublicityRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Hindrance> of(Declaration draft) {
        return rows.find(draft.id()).isPresent()
                ? List.of()
                : List.of(new Hindrance(MoveOutcome.WITHOUT_PUBLICITY, Hindrance.PUBLICITY));
    }
}
