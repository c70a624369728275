package org.alternat.declaration.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Publicities;
import org.alternat.declaration.input.DeclarationInput;
import org.alternat.declaration.input.DeclarationReader;
import org.alternat.declaration.input.OfficialMention;
import org.alternat.declaration.input.TermsInput;
import org.alternat.declaration.input.Upload;
import org.alternat.declaration.input.VersionInput;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The sample, ready to be drafted by an organiser. It comes in through the same door as every other declaration. */
@Service
@ConditionalOnProperty("alternat.sample")
public class SampleDeclaration {

    private static final Logger log = LoggerFactory.getLogger(SampleDeclaration.class);

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(21);

    private final DeclarationReader reader;
    private final Declarations declarations;
    private final Publicities publicities;
    private final OfficialMention official;
    private final JsonMapper json;
    private final Clock clock;

    SampleDeclaration(
            DeclarationReader reader,
            Declarations declarations,
            Publicities publicities,
            OfficialMention official,
            JsonMapper json,
            Clock clock) {
        this.reader = reader;
        this.declarations = declarations;
        this.publicities = publicities;
        this.official = official;
        this.json = json;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        log.info("The sample declaration is ready: log in as an organiser and draft it from the list of declarations.");
    }

    /** Drafts it for this organiser, in the organiser's language, to be answered within three weeks. */
    public DeclarationId draft(StaffIdentity by) {
        Setting setting = json.readValue(bytes("sample.json"), Setting.class);
        Map<String, String> texts = new LinkedHashMap<>();
        setting.texts().forEach((tag, file) -> texts.put(tag, new String(bytes(file), StandardCharsets.UTF_8)));
        String title = setting.title()
                .getOrDefault(by.locale().getLanguage(), setting.title().get("fr"));
        DeclarationInput input = new DeclarationInput(
                title,
                setting.placeAndDate(),
                setting.languages(),
                setting.zone(),
                clock.instant().plus(TIME_TO_ANSWER).toString(),
                new Upload(bytes(setting.document())),
                setting.versions(),
                texts,
                TermsInput.NONE,
                List.of(),
                new Upload(bytes(setting.signatories())));
        DeclarationId id = reader.read(input).fold(made -> declarations.draft(made, by), errors -> {
            throw new IllegalStateException("the sample declaration is faulty: " + errors);
        });
        publicities.set(id, official.publicity(), null, by);
        return id;
    }

    private static byte[] bytes(String name) {
        try (InputStream resource = SampleDeclaration.class.getResourceAsStream("/sample/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("the sample lacks " + name);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Setting(
            Map<String, String> title,
            String placeAndDate,
            List<String> languages,
            Map<String, VersionInput> versions,
            String zone,
            String document,
            String signatories,
            Map<String, String> texts) {}
}
