package org.alternat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alternat.shared.EmailAddress;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The people of the sample are invented, complete, and hard on careless software. */
class SampleSignatoriesTest {

    private static final Path FILE = SampleDeclarationTool.SAMPLE.resolve("signatories.csv");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\| \\d\\d \\| ([^|]+?) \\|");

    private final List<CSVRecord> rows;

    SampleSignatoriesTest() throws IOException {
        try (CSVParser parser = CSVParser.parse(
                Files.readString(FILE),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            rows = parser.getRecords();
        }
    }

    @Test
    void the_header_is_the_one_that_organisers_are_told() throws IOException {
        assertThat(Files.readAllLines(FILE).get(0))
                .isEqualTo("side,party,region,given_name,family_name,capacity,email,locale,order");
    }

    @Test
    void every_signature_block_of_the_declaration_has_its_party_in_the_same_place() throws IOException {
        List<String> regions = new ArrayList<>();
        BLOCK.matcher(Files.readString(SampleDeclarationTool.SAMPLE.resolve("declaration.fr.md")))
                .results()
                .map(block -> block.group(1))
                .map(block -> block.endsWith(")") ? block.replaceAll(".*\\((.*)\\)", "$1") : "Hauts-de-France")
                .map(region -> region.equals("Flandre") ? "Vlaanderen" : region)
                .forEach(regions::add);

        assertThat(rows).hasSize(24).allSatisfy(row -> assertThat(row.isConsistent())
                .isTrue());
        assertThat(column("region")).isEqualTo(regions);
        assertThat(column("party"))
                .startsWith("ConcertES", "CRESS Hauts-de-France")
                .endsWith("TIESS");
        assertThat(column("side").subList(0, 23)).containsOnly("Europe");
        assertThat(column("side").get(23)).isEqualTo("Québec");
    }

    @Test
    void the_european_parties_stand_in_alphabetical_order() {
        Collator alphabet = Collator.getInstance(Locale.FRENCH);
        alphabet.setStrength(Collator.PRIMARY);

        assertThat(column("party").subList(0, 23)).isSortedAccordingTo(alphabet);
    }

    @Test
    void nothing_is_missing_and_nothing_can_be_mistaken() {
        assertThat(rows).allSatisfy(row -> assertThat(row.toList()).allSatisfy(field -> assertThat(field)
                .isNotBlank()
                .isEqualTo(field.strip())
                .isEqualTo(Normalizer.normalize(field, Normalizer.Form.NFC))));
        assertThat(column("order")).containsOnly("1");
    }

    @Test
    void every_address_is_one_and_leads_nowhere() {
        List<EmailAddress> addresses =
                column("email").stream().map(EmailAddress::new).toList();

        assertThat(addresses).allSatisfy(address -> assertThat(address.value()).endsWith(".example.org"));
    }

    @Test
    void no_party_no_person_and_no_mailbox_stands_twice() {
        assertThat(column("party")).doesNotHaveDuplicates();
        assertThat(column("email").stream().map(address -> address.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(rows.stream().map(row -> row.get("given_name") + " " + row.get("family_name")))
                .doesNotHaveDuplicates();
    }

    @Test
    void all_five_locales_are_there_and_fit_the_region() {
        assertThat(column("locale")).containsOnly("fr-FR", "fr-BE", "fr-CA", "nl-BE", "en");
        assertThat(column("locale")).contains("fr-FR", "fr-BE", "fr-CA", "nl-BE", "en");
        assertThat(rows).allSatisfy(row -> assertThat(
                        switch (row.get("region")) {
                            case "Wallonie" -> List.of("fr-BE");
                            case "Vlaanderen" -> List.of("nl-BE");
                            case "Québec" -> List.of("fr-CA");
                            default -> List.of("fr-FR", "en");
                        })
                .contains(row.get("locale")));
    }

    @Test
    void names_carry_the_letters_and_forms_that_systems_lose() {
        String names = rows.stream()
                .flatMap(row -> Stream.of(row.get("given_name"), row.get("family_name")))
                .reduce("", (all, name) -> all + name + "\n");

        assertThat(names).contains("é", "è", "ç", "œ", "ë", "ï", "ß", "Ł", "ő", "’");
        assertThat(column("family_name")).contains("Van den Broeck", "D’Hondt");
    }

    private List<String> column(String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }
}
