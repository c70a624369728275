package org.alternat.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.Revisions;
import org.alternat.publication.PublishedDeclaration.PublishedParty;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out what is public, and only that. */
@Service
@Transactional(readOnly = true)
public class PublicDesk {

    private final Publications publications;
    private final Listings listings;
    private final Declarations declarations;
    private final Signatories signatories;
    private final Revisions revisions;

    PublicDesk(
            Publications publications,
            Listings listings,
            Declarations declarations,
            Signatories signatories,
            Revisions revisions) {
        this.publications = publications;
        this.listings = listings;
        this.declarations = declarations;
        this.signatories = signatories;
        this.revisions = revisions;
    }

    /** @param reference such as {@code ALT-2026-0001}; nothing for one that is unknown or not yet public */
    public Optional<PublishedDeclaration> find(String reference) {
        return publications.find(reference).map(this::published);
    }

    /** The final copy, where everybody in it agreed to be named. */
    public Optional<PdfBytes> finalCopy(String reference) {
        return find(reference)
                .filter(PublishedDeclaration::finalCopyIsPublic)
                .map(one -> revisions.read(one.declaration().id()));
    }

    /** The text as it was frozen before anybody signed. */
    public Optional<PdfBytes> text(String reference) {
        return publications.find(reference).map(one -> revisions.read(one.id(), 0));
    }

    private PublishedDeclaration published(Declaration declaration) {
        List<Signatory> signed = signatories.of(declaration.id()).stream()
                .filter(one -> one.role().signs() && one.state() == SignatoryState.SIGNED)
                .toList();
        Set<SignatoryId> agreed = listings.of(declaration.id());
        Predicate<Signatory> named = one -> agreed.contains(one.id());
        List<PublishedParty> parties = signatories.parties(declaration.id()).stream()
                .filter(party -> signed.stream().anyMatch(one -> counts(one, party)))
                .map(party -> new PublishedParty(
                        party,
                        signed.stream()
                                .filter(one -> counts(one, party))
                                .filter(named)
                                .toList()))
                .toList();
        return new PublishedDeclaration(
                declaration,
                publications.from(declaration.id()).orElseThrow(),
                declarations.texts(declaration.id()),
                parties,
                signed.stream().filter(one -> !one.role().binds()).filter(named).toList(),
                signed.stream().filter(named.negate()).count(),
                revisions.head(declaration.id()).orElseThrow().sha256());
    }

    /** A signature ad referendum makes nobody a party before it is confirmed. */
    private static boolean counts(Signatory signatory, Party party) {
        return signatory.role().binds()
                && !signatory.isProvisional()
                && signatory.partyId().equals(party.id());
    }
}
