package org.alternat.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.alternat.shared.PdfBytes;

/**
 * Programs that share no line of code with us, nor with each other: qpdf (structure), pdfsig of poppler (signatures as a
 * viewer sees them), openssl (CMS and timestamps). One that is not installed is named; on a build server ({@code CI=true})
 * that is a failure.
 */
public final class OtherTools {

    private static final Set<String> MISSING = new TreeSet<>();
    private static final Pattern VALID = Pattern.compile("Signature Validation: Signature is Valid\\.");
    private static final Pattern INVALID = Pattern.compile("Signature Validation: (?!Signature is Valid).*");
    private static final Pattern NOT_JUDGED =
            Pattern.compile(".*(Unable to validate this type of signature|not yet been verified)\\.?");

    private final Path folder;
    private final Path anchor;

    /** @param anchor in DER: the one certificate that openssl believes */
    public OtherTools(Path folder, byte[] anchor) throws Exception {
        this.folder = folder;
        this.anchor = folder.resolve("anchor.pem");
        Files.writeString(
                this.anchor,
                "-----BEGIN CERTIFICATE-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(anchor)
                        + "\n-----END CERTIFICATE-----\n");
    }

    /** Neither an error nor a warning from {@code qpdf --check}. */
    public void qpdfFindsItSound(PdfBytes file) throws Exception {
        if (isThere("qpdf")) {
            run("qpdf", "--check", written(file).toString());
        }
    }

    /** Poppler finds exactly this number of signatures valid; it passes no judgement on document timestamps. */
    public void pdfsigFindsValid(PdfBytes file, long signatures) throws Exception {
        if (isThere("pdfsig")) {
            String said = run("pdfsig", "-nocert", written(file).toString());
            assertThat(VALID.matcher(said).results().count()).as(said).isEqualTo(signatures);
            assertThat(INVALID.matcher(said).results().map(wrong -> wrong.group()))
                    .allMatch(wrong -> NOT_JUDGED.matcher(wrong).matches());
        }
    }

    /** The CMS with its signing-certificate attribute (CAdES), or the timestamp token, up to the anchor. */
    void opensslVerifies(SignedParts.Part part, Instant at) throws Exception {
        if (!isThere("openssl")) {
            return;
        }
        String data = write("covered.bin", part.covered()).toString();
        String value = write("value.der", part.contents()).toString();
        String time = Long.toString(at.getEpochSecond());
        if (part.timestamp()) {
            run(
                    "openssl",
                    "ts",
                    "-verify",
                    "-data",
                    data,
                    "-in",
                    value,
                    "-token_in",
                    "-CAfile",
                    anchor.toString(),
                    "-attime",
                    time);
        } else {
            run(
                    "openssl",
                    "cms",
                    "-verify",
                    "-cades",
                    "-binary",
                    "-inform",
                    "DER",
                    "-in",
                    value,
                    "-content",
                    data,
                    "-CAfile",
                    anchor.toString(),
                    "-purpose",
                    "any",
                    "-attime",
                    time,
                    "-out",
                    "/dev/null");
        }
    }

    private Path written(PdfBytes file) throws IOException {
        return write("chain.pdf", file.toByteArray());
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static boolean isThere(String program) {
        boolean there = java.util.Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        if (!there) {
            assertThat(System.getenv("CI")).as(program + " is not installed").isNotEqualTo("true");
            if (MISSING.add(program)) {
                System.err.println("NOT RUN: " + program + " is not installed, so it did not check the signatures");
            }
        }
        return there;
    }

    private String run(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(output, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(ended && process.exitValue() == 0).as(all + "\n" + said).isTrue();
        return said;
    }
}
