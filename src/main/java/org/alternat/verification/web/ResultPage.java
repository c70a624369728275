package org.alternat.verification.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.alternat.pades.RevisionChange;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.Problem;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.alternat.verification.CheckedFile;
import org.alternat.verification.HeldFile;
import org.jspecify.annotations.Nullable;

/** What the page says of a file, as parts of message keys and values. */
final class ResultPage {

    private final CheckedFile checked;
    private final boolean titled;
    private final VerificationTimes times;
    private final List<SignatureLine> lines = new ArrayList<>();

    /** Who brings the file has read it: everything in it is told. */
    static ResultPage ofFile(CheckedFile checked, Locale reader) {
        return new ResultPage(checked, true, true, reader);
    }

    /**
     * A reference can be guessed: it tells whether what was signed holds, not who signed it, and not its title before the public
     * may read it.
     */
    static ResultPage ofReference(CheckedFile checked, boolean isPublic, Locale reader) {
        return new ResultPage(checked, false, isPublic, reader);
    }

    private ResultPage(CheckedFile checked, boolean named, boolean titled, Locale reader) {
        this.checked = checked;
        this.titled = titled;
        this.times = new VerificationTimes(checked.held().map(HeldFile::zone), reader);
        List<VerifiedSignature> signatures = checked.report().signatures();
        for (int i = 0; i < signatures.size(); i++) {
            lines.add(new SignatureLine(
                    i + 1,
                    signatures.get(i),
                    signatures.size() - i - 1,
                    checked.opinion().judgement(),
                    named));
        }
    }

    public String verdict() {
        return word(checked.report().verdict());
    }

    /** The style of the notice that says it. */
    public String tone() {
        return switch (checked.report().verdict()) {
            case VALID -> "success";
            case NOT_PROVABLE, UNSIGNED -> "warning";
            case INVALID, ALTERED -> "error";
        };
    }

    public List<String> problems() {
        return checked.report().problems().stream().map(ResultPage::word).toList();
    }

    public boolean extended() {
        return checked.report().extended();
    }

    public List<SignatureLine> signatures() {
        return lines;
    }

    public List<RevisionLine> revisions() {
        return checked.report().revisions().stream().map(RevisionLine::of).toList();
    }

    /** One revision on the page. */
    record RevisionLine(int number, List<ChangeLine> changes) {

        static RevisionLine of(VerificationReport.ChangedRevision revision) {
            return new RevisionLine(
                    revision.number(),
                    revision.changes().stream()
                            .map(change -> new ChangeLine(
                                    word(change.kind()),
                                    change.kind() == RevisionChange.Kind.FORM_RESOURCES_ADDED ? "" : change.subject(),
                                    revision.breaking().contains(change)))
                            .distinct()
                            .toList());
        }
    }

    /**
     * One change.
     *
     * @param word the last part of a message key
     * @param alters whether it changes what somebody had signed by then
     */
    record ChangeLine(String word, String subject, boolean alters) {}

    public String sha256() {
        return checked.sha256().hex();
    }

    public long length() {
        return checked.report().length();
    }

    /** {@code none} when the file is not one of ours. */
    public String match() {
        return checked.held().map(held -> word(held.match())).orElse("none");
    }

    public @Nullable HeldFile held() {
        return checked.held().orElse(null);
    }

    /** Whether the declaration's title may be told. */
    public boolean titled() {
        return titled;
    }

    public String opinion() {
        return word(checked.opinion().kind());
    }

    /** Whether some path leads to this service's own authority, which the world does not know. */
    public boolean ownAuthority() {
        return has(VerificationReport.Trust.OWN);
    }

    private boolean has(VerificationReport.Trust trust) {
        return checked.report().signatures().stream()
                .anyMatch(signature -> signature.by().trust() == trust);
    }

    public VerificationTimes times() {
        return times;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words(List<Problem> problems) {
        return problems.stream().map(ResultPage::word).toList();
    }
}
