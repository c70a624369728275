package org.alternat.declaration.input;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.alternat.declaration.NewParty;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The list of signatories as a CSV file (RFC 4180, UTF-8, with or without a byte order mark). It is read to its end and every
 * fault is named by line and column; a file with a fault gives nothing.
 */
public final class SignatoryCsv {

    /** A further column that may follow those. */
    public static final String ROLE = "role";

    /** The header, exactly; {@link #ROLE} may follow. */
    public static final List<String> COLUMNS =
            List.of("side", "party", "region", "given_name", "family_name", "capacity", "email", "locale", "order");

    /** Largest file, in bytes. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Most signatories. */
    public static final int MAX_ROWS = 5_000;

    /** The field that faults of the whole file belong to. */
    public static final String FIELD = "signatories";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrailingData(false)
            .get();

    private int columns = COLUMNS.size();

    private final List<SignatoryInput> rows = new ArrayList<>();
    private final List<InputError> errors = new ArrayList<>();

    private SignatoryCsv() {}

    /** Reads a file. */
    public static Checked<List<NewParty>> read(Upload file) {
        if (file.length() > MAX_BYTES) {
            return fault("declaration.csv.tooLarge");
        }
        Optional<String> text = utf8(file);
        if (text.isEmpty()) {
            return fault("declaration.csv.notUtf8");
        }
        SignatoryCsv csv = new SignatoryCsv();
        csv.parse(text.get());
        if (csv.rows.isEmpty() && csv.errors.isEmpty()) {
            return fault("declaration.csv.empty");
        }
        return PartiesReader.read(csv.rows, csv.errors);
    }

    /** Strictly decoded, without a byte order mark; empty when the bytes are not UTF-8. */
    public static Optional<String> utf8(Upload file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.toByteArray()))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void parse(String text) {
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext() || !header(records.next())) {
                return;
            }
            line = (int) parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                row(records.next(), line);
                line = (int) parser.getCurrentLineNumber() + 1;
                if (rows.size() > MAX_ROWS) {
                    errors.add(InputError.of(FIELD, "declaration.csv.tooManyRows", MAX_ROWS));
                    return;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // What the parser says is made for programmers; the place is what helps.
            errors.add(new InputError(FIELD, line, "declaration.csv.quotes", List.of()));
        }
    }

    private boolean header(CSVRecord first) {
        boolean withRole =
                first.size() == COLUMNS.size() + 1 && first.get(COLUMNS.size()).equals(ROLE);
        columns = first.size();
        if (first.toList().equals(COLUMNS)
                || (withRole && first.toList().subList(0, COLUMNS.size()).equals(COLUMNS))) {
            return true;
        }
        boolean semicolons = String.join("", first.toList()).startsWith(String.join(";", COLUMNS));
        String key = semicolons ? "declaration.csv.semicolons" : "declaration.csv.header";
        errors.add(new InputError(FIELD, 1, key, List.of(String.join(",", COLUMNS))));
        return false;
    }

    private void row(CSVRecord row, int line) {
        if (row.size() == 1 && row.get(0).isBlank()) {
            return;
        }
        if (row.size() != columns) {
            errors.add(new InputError(FIELD, line, "declaration.csv.columns", List.of(columns, row.size())));
            return;
        }
        rows.add(new SignatoryInput(
                line,
                row.get(0),
                row.get(1),
                row.get(2),
                null,
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                columns > COLUMNS.size() ? row.get(9) : null));
    }

    private static Checked<List<NewParty>> fault(String messageKey) {
        return new Checked.Invalid<>(List.of(InputError.of(FIELD, messageKey)));
    }
}
