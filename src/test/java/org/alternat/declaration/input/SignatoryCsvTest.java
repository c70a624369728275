package org.alternat.declaration.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.SignatoryRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatoryCsvTest {

    static final String HEADER = "side,party,region,given_name,family_name,capacity,email,locale,order\n";
    static final String EMILIE =
            "Europe,Fédération Œuvres,Wallonie,Émilie,D’Hondt,Présidente,emilie@example.org,fr-BE,1\n";
    static final String LUKASZ = "Europe,Fédération Œuvres,Wallonie,Łukasz,Söhnke,Trésorier,lukasz@example.org,en,2\n";
    static final String AIMEE = "Québec,TIESS,Québec,Aimée,Tremblay,\"Directrice, TIESS\",aimee@example.org,fr-CA,1\n";

    @Test
    void parties_stand_in_the_order_in_which_they_first_appear() {
        List<NewParty> parties = valid(HEADER + EMILIE + AIMEE + LUKASZ);

        assertThat(parties).extracting(NewParty::name).containsExactly("Fédération Œuvres", "TIESS");
        assertThat(parties).extracting(NewParty::side).containsExactly("Europe", "Québec");
        assertThat(parties.get(0).signatories())
                .extracting(NewSignatory::givenName)
                .containsExactly("Émilie", "Łukasz");
        assertThat(parties.get(0).signatories()).extracting(NewSignatory::round).containsExactly(1, 2);
        assertThat(parties.get(1).signatories().get(0).capacity()).isEqualTo("Directrice, TIESS");
        assertThat(parties.get(1).signatories().get(0).locale()).isEqualTo(Locale.CANADA_FRENCH);
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_tolerated() {
        assertThat(valid("\uFEFF" + (HEADER + EMILIE + AIMEE).replace("\n", "\r\n")))
                .hasSize(2);
    }

    @Test
    void blank_lines_and_a_missing_last_line_end_are_tolerated() {
        assertThat(valid(HEADER + "\n" + EMILIE + "\n" + AIMEE.strip())).hasSize(2);
    }

    @Test
    void decomposed_letters_are_composed_so_that_the_same_name_is_the_same_party() {
        List<NewParty> parties = valid(HEADER + EMILIE + LUKASZ.replace("Fédération", "Fe\u0301de\u0301ration"));

        assertThat(parties).hasSize(1);
        assertThat(parties.get(0).signatories()).hasSize(2);
    }

    @Test
    void one_address_may_sign_for_two_parties() {
        assertThat(valid(HEADER + EMILIE + AIMEE.replace("aimee@", "emilie@"))).hasSize(2);
    }

    @Test
    void neither_names_nor_an_address_is_a_person_to_be_confirmed() {
        List<NewParty> parties = valid(HEADER + EMILIE + "Québec,TIESS,Québec,,,,,fr-CA,2\n");

        NewSignatory signatory = parties.get(1).signatories().get(0);
        assertThat(signatory.email()).isNull();
        assertThat(signatory.round()).isEqualTo(2);
        assertThat(signatory.locale()).isEqualTo(Locale.CANADA_FRENCH);
    }

    @Test
    void a_party_may_have_two_persons_to_be_confirmed_and_say_their_capacities() {
        List<NewParty> parties = valid(HEADER + "Québec,TIESS,Québec,,,Directrice générale,,fr-CA,1\n".repeat(2));

        assertThat(parties.get(0).signatories())
                .extracting(NewSignatory::capacity)
                .containsExactly("Directrice générale", "Directrice générale");
    }

    @Test
    void an_observer_is_somebody() {
        List<InputError> errors = errors(HEADER.strip() + ",role\nQuébec,TIESS,Québec,,,,,fr-CA,1,observer\n");

        assertThat(errors)
                .extracting(InputError::field)
                .containsExactly("given_name", "family_name", "capacity", "email");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(quoteCharacter = '|', delimiter = ';', textBlock = """
            side;         Europe,Fédération Œuvres,Wallonie;          ,Fédération Œuvres,Wallonie;  declaration.input.required
            party;        Europe,Fédération Œuvres;                   Europe,;                      declaration.input.required
            region;       Œuvres,Wallonie;                            Œuvres,;                      declaration.input.required
            given_name;   Émilie;                                     | |;                          declaration.input.required
            family_name;  D’Hondt;                                    ||;                           declaration.input.required
            capacity;     Présidente;                                 ||;                           declaration.input.required
            email;        emilie@example.org;                         ||;                           declaration.input.required
            email;        emilie@example.org;                         emilie.example.org;           declaration.input.email
            email;        emilie@example.org;                         emilie@example;               declaration.input.email
            email;        emilie@example.org;                         e@example.org e@example.org;  declaration.input.email
            locale;       fr-BE;                                      ||;                           declaration.input.required
            locale;       fr-BE;                                      de-BE;                        declaration.input.locale
            locale;       fr-BE;                                      fr;                           declaration.input.locale
            order;        |,1|;                                       |,|;                          declaration.input.required
            order;        |,1|;                                       |,0|;                         declaration.input.order
            order;        |,1|;                                       |,-1|;                        declaration.input.order
            order;        |,1|;                                       |,1.5|;                       declaration.input.order
            order;        |,1|;                                       |,first|;                     declaration.input.order
            order;        |,1|;                                       |,1000|;                      declaration.input.order
            """)
    void a_fault_is_named_by_line_and_column(String column, String good, String bad, String key) {
        List<InputError> errors = errors(HEADER + AIMEE + EMILIE.replace(good, bad));

        assertThat(errors).containsExactly(new InputError(column, 3, key, List.of()));
    }

    @Test
    void an_injected_header_line_is_refused() {
        List<InputError> errors = errors(HEADER + EMILIE.replace("Émilie", "\"Émilie\r\nBcc: x@example.org\"") + AIMEE);

        assertThat(errors).containsExactly(new InputError("given_name", 2, "declaration.input.control", List.of()));
    }

    @Test
    void letters_that_turn_the_text_around_are_refused() {
        assertThat(errors(HEADER + EMILIE.replace("Présidente", "Pré\u202Esidente")))
                .extracting(InputError::messageKey)
                .containsExactly("declaration.input.control");
    }

    @Test
    void a_line_after_a_field_of_two_lines_is_counted_right() {
        String twoLines = EMILIE.replace("Présidente", "\"Prési\ndente\"");

        assertThat(errors(HEADER + twoLines + AIMEE.replace("fr-CA", "xx")))
                .extracting(InputError::line)
                .containsExactly(2, 4);
    }

    @Test
    void a_field_that_is_too_long_is_refused() {
        assertThat(errors(HEADER + EMILIE.replace("Émilie", "É".repeat(101))))
                .containsExactly(new InputError("given_name", 2, "declaration.input.tooLong", List.of(100)));
    }

    @Test
    void an_address_twice_in_one_party_names_the_first_line_too() {
        assertThat(errors(HEADER + EMILIE + AIMEE + LUKASZ.replace("lukasz@example", "Emilie@EXAMPLE")))
                .containsExactly(new InputError(
                        "email", 4, "declaration.input.duplicateAddress", List.of("Fédération Œuvres", 2)));
    }

    @Test
    void the_same_party_has_the_same_side_and_region() {
        assertThat(errors(HEADER + EMILIE + LUKASZ.replace("Europe", "Québec").replace("Wallonie", "Flandre")))
                .containsExactly(
                        new InputError(
                                "side", 3, "declaration.input.partyDiffers", List.of("Fédération Œuvres", "Europe")),
                        new InputError(
                                "region",
                                3,
                                "declaration.input.partyDiffers",
                                List.of("Fédération Œuvres", "Wallonie")));
    }

    @Test
    void all_faults_are_named_at_once() {
        List<InputError> errors = errors(HEADER
                + EMILIE.replace("emilie@", "")
                + "too,few\n"
                + AIMEE.replace("fr-CA", "qc").replace(",1\n", ",zero\n"));

        assertThat(errors).extracting(InputError::line).containsExactlyInAnyOrder(2, 3, 4, 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            side,party,region,given_name,family_name,capacity,email,locale;        declaration.csv.header
            Side,Party,Region,Given_name,Family_name,Capacity,Email,Locale,Order;  declaration.csv.header
            party,side,region,given_name,family_name,capacity,email,locale,order;  declaration.csv.header
            """)
    void a_wrong_header_is_refused_before_anything_else(String header, String key) {
        assertThat(errors(header + "\n" + EMILIE.replace("@", "")))
                .extracting(InputError::messageKey)
                .containsExactly(key);
    }

    @Test
    void a_file_saved_with_semicolons_is_told_so() {
        assertThat(errors(HEADER.replace(',', ';') + EMILIE.replace(',', ';')))
                .extracting(InputError::messageKey)
                .containsExactly("declaration.csv.semicolons");
    }

    @Test
    void an_open_quotation_is_named_by_its_line() {
        assertThat(errors(HEADER + EMILIE + "Europe,\"TIESS,Québec\n"))
                .containsExactly(new InputError("signatories", 3, "declaration.csv.quotes", List.of()));
    }

    @Test
    void another_encoding_is_refused() {
        assertThat(errors((HEADER + EMILIE).getBytes(Charset.forName("windows-1252"))))
                .containsExactly(InputError.of("signatories", "declaration.csv.notUtf8"));
    }

    @Test
    void a_file_without_signatories_is_refused() {
        assertThat(errors(HEADER)).containsExactly(InputError.of("signatories", "declaration.csv.empty"));
        assertThat(errors("")).containsExactly(InputError.of("signatories", "declaration.csv.empty"));
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        assertThat(errors(new byte[SignatoryCsv.MAX_BYTES + 1]))
                .containsExactly(InputError.of("signatories", "declaration.csv.tooLarge"));
    }

    @Test
    void more_rows_than_anybody_circulates_are_refused() {
        String rows = IntStream.rangeClosed(1, 5_001)
                .mapToObj(n -> "E,P,R,G,F,C,a" + n + "@example.org,en,1")
                .collect(Collectors.joining("\n"));

        assertThat(errors(HEADER + rows))
                .containsExactly(InputError.of("signatories", "declaration.csv.tooManyRows", 5_000));
    }

    @Test
    void a_tenth_column_gives_the_role_in_whatever_case_and_nothing_means_a_signatory() {
        String header = HEADER.strip() + ",role\n";

        List<NewParty> parties = valid(header + EMILIE.strip() + ",Witness\n" + AIMEE.strip() + ",\n");

        assertThat(parties)
                .flatExtracting(NewParty::signatories)
                .extracting(NewSignatory::role)
                .containsExactly(SignatoryRole.WITNESS, SignatoryRole.SIGNATORY);
        assertThat(errors(header + EMILIE.strip() + ",notary\n"))
                .containsExactly(new InputError("role", 2, "declaration.input.role", List.of()));
        assertThat(errors(header + EMILIE))
                .extracting(InputError::messageKey)
                .containsExactly("declaration.csv.columns");
    }

    private static List<NewParty> valid(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8)).fold(parties -> parties, errors -> {
            throw new AssertionError(errors.toString());
        });
    }

    private static List<InputError> errors(String text) {
        return errors(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<InputError> errors(byte[] file) {
        return read(file)
                .fold(
                        parties -> {
                            throw new AssertionError("nothing was wrong with " + parties.size() + " parties");
                        },
                        errors -> errors);
    }

    private static Checked<List<NewParty>> read(byte[] file) {
        return SignatoryCsv.read(new Upload(file));
    }
}
