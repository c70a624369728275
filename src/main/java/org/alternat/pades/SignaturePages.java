package org.alternat.pades;

import java.util.List;
import java.util.Locale;

/**
 * The pages that receive the signatures: what stands on them, in order of precedence.
 *
 * @param title the declaration's title, in the running head
 * @param heading the heading, one line for all languages
 * @param language the language of the heading
 * @param groups the sides, each with its parties
 * @param sealLabel the label above the service's closing seal
 * @param spares places that nobody sees before somebody signs there: for signatories who come late
 * @param names of people and capacities: letters that their signatures will need, beside those that stand on the pages
 * @param foot who funds it
 */
public record SignaturePages(
        String title,
        String heading,
        Locale language,
        List<Group> groups,
        String sealLabel,
        List<Block> spares,
        String names,
        PublicityFoot foot) {

    /** Pages that say nothing of any funding. */
    public SignaturePages(
            String title,
            String heading,
            Locale language,
            List<Group> groups,
            String sealLabel,
            List<Block> spares,
            String names) {
        this(title, heading, language, groups, sealLabel, spares, names, PublicityFoot.NONE);
    }

    /** Pages without spares. */
    public SignaturePages(String title, String heading, Locale language, List<Group> groups, String sealLabel) {
        this(title, heading, language, groups, sealLabel, List.of(), "");
    }

    /** How many are asked to sign, spares left out. */
    int places() {
        return groups.stream().mapToInt(group -> group.blocks().size()).sum();
    }

    /** One side of the declaration. */
    public record Group(String heading, List<Block> blocks) {}

    /**
     * One place to sign.
     *
     * @param fieldName unique in the document; see {@link SignatureFields}
     * @param party the organisation for which the person signs
     * @param region where it is at home, set small behind the name
     * @param tooltip what a screen reader says of the field ({@code /TU}), in the party's language
     * @param language that language
     */
    public record Block(int number, String fieldName, String party, String region, String tooltip, Locale language) {}
}
