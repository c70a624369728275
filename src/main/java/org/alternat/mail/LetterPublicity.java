package org.alternat.mail;

import java.util.Optional;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.alternat.shared.Sha256;

/** What a letter says of the funding of the declaration it is about. A package that knows the declarations answers. */
public interface LetterPublicity {

    /** Nothing when it was not decided. */
    Optional<Publicity> of(DeclarationId id);

    /** The PNG of a logo. */
    Optional<byte[]> image(Sha256 logo);
}
