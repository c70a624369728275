package org.alternat.pades;

import java.security.MessageDigest;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What the next revision needs to know of all the bytes before it, so that nobody reads them again: the cost of an append
 * depends neither on the number of signatures nor on the size of the file. Rebuilt from the bytes by {@link ChainReader}.
 * Immutable: the running digest is cloned at each use.
 */
public final class ChainState {

    private final long length;
    private final long xrefOffset;
    private final int size;
    private final Trailer trailer;
    private final Catalog catalog;
    private final Map<String, EmptyField> emptyFields;
    private final Map<FontStyle, FontReference> fonts;
    private final MessageDigest running;

    ChainState(
            long length,
            long xrefOffset,
            int size,
            Trailer trailer,
            Catalog catalog,
            Map<String, EmptyField> emptyFields,
            Map<FontStyle, FontReference> fonts,
            MessageDigest running) {
        this.length = length;
        this.xrefOffset = xrefOffset;
        this.size = size;
        this.trailer = trailer;
        this.catalog = catalog;
        this.emptyFields = Map.copyOf(emptyFields);
        this.fonts = Map.copyOf(fonts);
        this.running = running;
    }

    /** Bytes of the file so far. */
    public long length() {
        return length;
    }

    /** Digest of the whole file so far. */
    public Sha256 sha256() {
        return Sha256.ofDigest(runningDigest().digest());
    }

    /** True when a field of this name is there and nobody has signed in it. */
    public boolean hasEmptyField(String name) {
        return emptyFields.containsKey(name);
    }

    /** True when a visible signature in this file can show every letter of the text. */
    public boolean shows(String text) {
        return fonts.entrySet().stream().allMatch(font -> EmbeddedFont.of(font.getKey())
                .shows(text, font.getValue().glyphs()));
    }

    /** The field for the next archive timestamp; nothing when all that were prepared are used up. */
    public Optional<String> emptyArchiveTimestampField() {
        return emptyFields.keySet().stream()
                .filter(SignatureFields::isArchiveTimestamp)
                .min(Comparator.naturalOrder());
    }

    long xrefOffset() {
        return xrefOffset;
    }

    int size() {
        return size;
    }

    Trailer trailer() {
        return trailer;
    }

    Catalog catalog() {
        return catalog;
    }

    Optional<EmptyField> emptyField(String name) {
        return Optional.ofNullable(emptyFields.get(name));
    }

    Map<String, EmptyField> emptyFields() {
        return emptyFields;
    }

    Map<FontStyle, FontReference> fonts() {
        return fonts;
    }

    /** A digest that has seen every byte so far; the caller's own. */
    MessageDigest runningDigest() {
        try {
            return (MessageDigest) running.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }

    /**
     * The state after one more revision.
     *
     * @param filledField null when it signs nothing
     */
    ChainState after(byte[] delta, long newXrefOffset, int newSize, Catalog newCatalog, @Nullable String filledField) {
        MessageDigest digest = runningDigest();
        digest.update(delta);
        Map<String, EmptyField> left = new java.util.HashMap<>(emptyFields);
        left.remove(filledField);
        return new ChainState(length + delta.length, newXrefOffset, newSize, trailer, newCatalog, left, fonts, digest);
    }

    /** The parts of the trailer that each revision repeats. */
    record Trailer(int root, @Nullable String info, String firstId) {}

    /**
     * The document catalogue.
     *
     * @param entries its entries as text, without {@code /DSS}
     * @param securityStore the validation data that are already in the file
     */
    record Catalog(String entries, SecurityStore securityStore) {}

    /** Objects of the DSS dictionary (EN 319 142-1, section 5.4.2) by the digest of what they hold. */
    record SecurityStore(
            Map<Sha256, Integer> certificates,
            Map<Sha256, Integer> revocationLists,
            Map<Sha256, Integer> revocationAnswers) {

        static final SecurityStore EMPTY = new SecurityStore(Map.of(), Map.of(), Map.of());
    }

    /**
     * A signature field that waits.
     *
     * @param entries the merged field and widget dictionary as text, without {@code /AP} and {@code /V}
     */
    record EmptyField(int objectNumber, String entries, double width, double height) {}

    /** A font that was embedded when the fields were made, and the glyphs of it that are in the file. */
    record FontReference(int objectNumber, BitSet glyphs) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainState state
                && comparable().equals(state.comparable())
                && sha256().equals(state.sha256());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(length);
    }

    private List<Object> comparable() {
        return List.of(length, xrefOffset, size, trailer, catalog, emptyFields, fonts);
    }

    @Override
    public String toString() {
        return "ChainState[" + length + " bytes, " + emptyFields.size() + " empty fields]";
    }
}
