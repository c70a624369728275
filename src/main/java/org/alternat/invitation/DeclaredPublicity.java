package org.alternat.invitation;

import java.util.Optional;
import org.alternat.declaration.Publicities;
import org.alternat.mail.LetterPublicity;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.alternat.shared.Sha256;
import org.springframework.stereotype.Component;

/** Every letter about a declaration says of its funding what the declaration says. */
@Component
class DeclaredPublicity implements LetterPublicity {

    private final Publicities publicities;

    DeclaredPublicity(Publicities publicities) {
        this.publicities = publicities;
    }

    @Override
    public Optional<Publicity> of(DeclarationId id) {
        return publicities.of(id);
    }

    @Override
    public Optional<byte[]> image(Sha256 logo) {
        return publicities.image(logo);
    }
}
