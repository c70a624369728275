package org.alternat.declaration;

import java.util.List;
import java.util.Set;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;

/**
 * Tells an organiser what does not go well with a declaration: a letter that the mail server does not take, a step that has
 * been given up. Implemented by the packages above that know; this package only shows what they say.
 */
public interface DeclarationNotices {

    /** What there is to tell now, the most pressing first; read anew at each visit. */
    List<Notice> of(DeclarationId id);

    /** Whose invitation did not arrive, as far as this source knows. */
    default Set<SignatoryId> unreached(DeclarationId id) {
        return Set.of();
    }
}
