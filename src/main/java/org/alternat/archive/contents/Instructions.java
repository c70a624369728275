package org.alternat.archive.contents;

import java.util.List;
import java.util.Locale;
import org.alternat.declaration.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * {@code README.<lang>.txt}: how to check the whole package with tools that every system has or can get. The words come from
 * the bundle; commands are the same in every language and stand here.
 */
@Component
class Instructions {

    static final List<Locale> LANGUAGES = Languages.OF_TEXTS;

    private static final List<String> FILES = List.of(
            "declaration.pdf",
            "text/frozen.pdf",
            "text/",
            "audit/trail.jsonl",
            "validation/",
            "certificates/",
            "closing-report.json",
            "metadata.json");

    private static final int WIDTH = 78;

    private final MessageSource messages;

    Instructions(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Writes the instructions for one package.
     *
     * @param frozenLength of revision 0, in bytes
     * @param gap where the archive timestamp stands in the document
     * @param certificates the names of the certificate files, the service's anchor first
     */
    String text(
            PackageSubject subject, int frozenLength, TimestampGap gap, List<String> certificates, Locale language) {
        Sheet sheet = new Sheet(language);
        String anchor = certificates.get(0);
        String signer = certificates.stream()
                .filter(name -> name.startsWith("certificate-"))
                .reduce((first, second) -> second)
                .orElse(anchor);
        sheet.title(subject.declaration().reference() + " · "
                + subject.declaration().title());
        sheet.paragraph("what");
        sheet.heading("files");
        FILES.forEach(sheet::file);
        if (!subject.papers().isEmpty()) {
            sheet.file("paper/");
        }
        if (subject.mandates().stream().anyMatch(mandate -> mandate.type() != null)) {
            sheet.file("mandates/");
        }
        if (!subject.earlier().isEmpty()) {
            sheet.file("earlier-versions/");
        }
        sheet.heading("whole")
                .paragraph("whole.how")
                .commands(
                        "sha256sum -c manifest-sha256.txt",
                        "sha512sum -c manifest-sha512.txt",
                        "sha256sum -c tagmanifest-sha256.txt")
                .paragraph("whole.expect");
        sheet.heading("signatures")
                .paragraph("signatures.how")
                .commands("qpdf --check data/declaration.pdf", "pdfsig data/declaration.pdf")
                .paragraph("signatures.expect");
        sheet.heading("timestamp")
                .paragraph("timestamp.how")
                .commands(
                        "cat data/certificates/anchor-*.pem > ../anchors.pem",
                        "(head -c " + gap.before() + " data/declaration.pdf; tail -c " + gap.after()
                                + " data/declaration.pdf) > ../covered.bin",
                        "head -c " + gap.lastDigit() + " data/declaration.pdf | tail -c " + gap.digits()
                                + " | xxd -r -p > ../timestamp.der",
                        "openssl ts -verify -no_check_time -token_in -in ../timestamp.der -data ../covered.bin"
                                + " -CAfile ../anchors.pem",
                        "openssl ts -reply -token_in -in ../timestamp.der -token_out -text")
                .paragraph("timestamp.expect");
        sheet.heading("certificates")
                .paragraph("certificates.how")
                .commands(
                        "cd data/certificates",
                        "openssl x509 -in " + signer + " -noout -text",
                        "openssl verify -no_check_time -purpose any -CAfile " + anchor + " " + signer,
                        "openssl crl -in revocation-list-01.pem -noout -text",
                        "cd ../..")
                .paragraph("certificates.expect");
        sheet.heading("revisions")
                .paragraph("revisions.how")
                .commands(
                        "head -c " + frozenLength + " data/declaration.pdf | cmp - data/text/frozen.pdf",
                        "head -c LENGTH data/declaration.pdf | sha256sum")
                .paragraph("revisions.expect");
        sheet.heading("audit")
                .paragraph("audit.how")
                .commands(
                        "sed 's/,\"hash\":\"[0-9a-f]*\"}$/}/' data/audit/trail.jsonl |",
                        "  while IFS= read -r line; do printf '%s' \"$line\" | sha256sum; done |",
                        "  cut -c 1-64 > ../recomputed.txt",
                        "sed 's/.*,\"hash\":\"\\([0-9a-f]*\\)\"}$/\\1/' data/audit/trail.jsonl > ../stated.txt",
                        "sed 's/.*\"previous\":\"\\([0-9a-f]*\\)\",\"hash\":.*/\\1/' data/audit/trail.jsonl >"
                                + " ../previous.txt",
                        "cmp ../recomputed.txt ../stated.txt",
                        "(printf '%064d\\n' 0; sed '$d' ../stated.txt) | cmp - ../previous.txt")
                .paragraph("audit.expect");
        sheet.heading("standards").paragraph("standards.list");
        return sheet.text();
    }

    /** A plain text of 78 columns. */
    private final class Sheet {

        private final Locale language;
        private final StringBuilder text = new StringBuilder();
        private int headings;

        Sheet(Locale language) {
            this.language = language;
        }

        void title(String title) {
            wrap(title, "");
            text.append("=".repeat(Math.min(WIDTH, title.length()))).append('\n');
        }

        Sheet heading(String key) {
            String heading = ++headings + ". " + words(key);
            text.append('\n')
                    .append(heading)
                    .append('\n')
                    .append("-".repeat(heading.length()))
                    .append("\n");
            return this;
        }

        Sheet paragraph(String key) {
            text.append('\n');
            wrap(words(key), "");
            return this;
        }

        Sheet commands(String... lines) {
            text.append('\n');
            for (String line : lines) {
                text.append("    ").append(line).append('\n');
            }
            return this;
        }

        void file(String path) {
            text.append('\n').append("data/").append(path).append('\n');
            wrap(words("file." + path.replace('/', '.').replaceAll("\\.$", "")), "    ");
        }

        String text() {
            return text.toString();
        }

        private String words(String key) {
            return messages.getMessage("archive.readme." + key, null, language);
        }

        private void wrap(String words, String indent) {
            StringBuilder line = new StringBuilder(indent);
            for (String word : words.split(" ", -1)) {
                if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                    text.append(line).append('\n');
                    line = new StringBuilder(indent);
                }
                if (line.length() > indent.length()) {
                    line.append(' ');
                }
                line.append(word);
            }
            text.append(line).append('\n');
        }
    }
}
