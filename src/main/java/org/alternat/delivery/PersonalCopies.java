package org.alternat.delivery;

import java.util.Optional;
import org.alternat.declaration.Declarations;
import org.alternat.document.Revisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a personal link opens. Opening changes nothing and may be repeated: mail filters open links before people do. */
@Service
public class PersonalCopies {

    private final CopyLinks links;
    private final Declarations declarations;
    private final Revisions revisions;

    PersonalCopies(CopyLinks links, Declarations declarations, Revisions revisions) {
        this.links = links;
        this.declarations = declarations;
        this.revisions = revisions;
    }

    /** Empty alike for a token that never was and one that has expired. */
    @Transactional(readOnly = true)
    public Optional<FinalCopy> open(String token) {
        return links.open(token)
                .map(target -> new FinalCopy(
                        FinalCopyLetters.fileName(declarations.get(target.declarationId())),
                        revisions.read(target.declarationId(), target.revision())));
    }
}
