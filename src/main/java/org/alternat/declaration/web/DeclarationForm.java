package org.alternat.declaration.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.LanguageText;
import org.alternat.declaration.LanguageVersion;
import org.alternat.declaration.input.DeclarationInput;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.SignatoryCsv;
import org.alternat.declaration.input.Upload;
import org.alternat.declaration.input.VersionInput;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The fields of the pages that make or change a draft, as a browser sends them; each page has some of them. */
public class DeclarationForm {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private @Nullable String title;
    private @Nullable String placeAndDate;
    private List<String> languages = new ArrayList<>();
    private Map<String, String> standings = new LinkedHashMap<>();
    private Map<String, String> fromPages = new LinkedHashMap<>();
    private @Nullable String zone;
    private @Nullable String deadline;
    private TermsForm terms = new TermsForm();
    private @Nullable MultipartFile document;
    private Map<String, String> texts = new LinkedHashMap<>();
    private Map<String, MultipartFile> textFiles = new LinkedHashMap<>();

    static DeclarationForm of(Declaration declaration, List<LanguageText> texts) {
        DeclarationForm form = new DeclarationForm();
        form.title = declaration.title();
        form.placeAndDate = declaration.placeAndDate();
        for (LanguageVersion version : declaration.versions().all()) {
            form.languages.add(version.tag());
            form.standings.put(version.tag(), version.standing().word());
            form.fromPages.put(version.tag(), version.fromPage() == null ? "" : Integer.toString(version.fromPage()));
        }
        form.zone = declaration.zone().getId();
        form.deadline = LOCAL.format(declaration.deadline().atZone(declaration.zone()));
        form.terms = TermsForm.of(declaration.terms(), declaration.zone());
        texts.forEach(text -> form.texts.put(text.language().toLanguageTag(), text.content()));
        return form;
    }

    /** A text file beats what stands in the text's field. What is not UTF-8 is named among the faults. */
    DeclarationInput input(List<InputError> faults) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        textFiles.forEach((tag, file) -> {
            if (!file.isEmpty()) {
                SignatoryCsv.utf8(upload(file))
                        .ifPresentOrElse(
                                content -> all.put(tag, content),
                                () -> faults.add(InputError.of("texts." + tag, "declaration.input.notUtf8")));
            }
        });
        return new DeclarationInput(
                title,
                placeAndDate,
                languages,
                zone,
                deadline,
                given(document),
                versions(),
                all,
                terms.input(),
                List.of(),
                null);
    }

    /** The page has fields for every language; of one that is not chosen only a page that was typed is worth a word. */
    private Map<String, VersionInput> versions() {
        Map<String, VersionInput> versions = new LinkedHashMap<>();
        standings.forEach((tag, standing) -> {
            String fromPage = fromPages.getOrDefault(tag, "");
            if (languages.contains(tag) || !fromPage.isBlank()) {
                versions.put(tag, new VersionInput(standing, fromPage));
            }
        });
        return versions;
    }

    private static @Nullable Upload given(@Nullable MultipartFile file) {
        // A browser sends a part without a name for a file that was not chosen.
        boolean chosen = file != null
                && file.getOriginalFilename() != null
                && !file.getOriginalFilename().isEmpty();
        return file != null && chosen ? upload(file) : null;
    }

    private static Upload upload(MultipartFile file) {
        try {
            return new Upload(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getPlaceAndDate() {
        return placeAndDate;
    }

    public void setPlaceAndDate(@Nullable String placeAndDate) {
        this.placeAndDate = placeAndDate;
    }

    public List<String> getLanguages() {
        return languages;
    }

    public void setLanguages(List<String> languages) {
        this.languages = languages;
    }

    public Map<String, String> getStandings() {
        return standings;
    }

    public void setStandings(Map<String, String> standings) {
        this.standings = standings;
    }

    public Map<String, String> getFromPages() {
        return fromPages;
    }

    public void setFromPages(Map<String, String> fromPages) {
        this.fromPages = fromPages;
    }

    public @Nullable String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone;
    }

    public @Nullable String getDeadline() {
        return deadline;
    }

    public void setDeadline(@Nullable String deadline) {
        this.deadline = deadline;
    }

    public TermsForm getTerms() {
        return terms;
    }

    public void setTerms(TermsForm terms) {
        this.terms = terms;
    }

    public @Nullable MultipartFile getDocument() {
        return document;
    }

    public void setDocument(@Nullable MultipartFile document) {
        this.document = document;
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    public void setTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    public Map<String, MultipartFile> getTextFiles() {
        return textFiles;
    }

    public void setTextFiles(Map<String, MultipartFile> textFiles) {
        this.textFiles = textFiles;
    }
}
