package org.alternat.declaration.input;

import java.util.List;
import org.alternat.shared.Publicity;
import org.alternat.shared.Sha256;
import org.jspecify.annotations.Nullable;

/** Reads what somebody said of the funding, or names every fault in it at once. Stores nothing. */
public final class PublicityReader {

    /** Longest name of a project, in characters. */
    public static final int MAX_NAME = 120;

    private PublicityReader() {}

    /** What was read. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Read(Publicity publicity, byte @Nullable [] png) {}

    public static Checked<Read> read(PublicityInput input) {
        FieldReader fields = new FieldReader();
        if (input.due() == null) {
            fields.fault("due", "declaration.input.publicityUndecided");
        }
        boolean due = Boolean.TRUE.equals(input.due());
        String fr = due ? fields.required("fr", input.fr(), Publicity.MAX_MENTION) : "";
        String nl = due ? fields.required("nl", input.nl(), Publicity.MAX_MENTION) : "";
        String en = due ? fields.required("en", input.en(), Publicity.MAX_MENTION) : "";
        LogoImage image = image(fields, input.logo());
        Publicity.Logo logo = logo(fields, image, input);
        if (!fields.errors().isEmpty()) {
            return new Checked.Invalid<>(List.copyOf(fields.errors()));
        }
        return new Checked.Valid<>(new Read(
                new Publicity(due, fr, nl, en, due && input.emblem(), logo), image == null ? null : image.png()));
    }

    private static @Nullable LogoImage image(FieldReader fields, @Nullable Upload upload) {
        if (upload == null) {
            return null;
        }
        return LogoImage.read(upload).fold(image -> image, errors -> {
            fields.addAll(errors);
            return null;
        });
    }

    /** Whoever cannot see it is told whose it is. */
    private static Publicity.@Nullable Logo logo(FieldReader fields, @Nullable LogoImage image, PublicityInput input) {
        Publicity.Logo kept = input.kept();
        if (input.logo() == null && kept == null) {
            return null;
        }
        String name = fields.required("logoName", input.logoName(), MAX_NAME);
        if (image != null) {
            return new Publicity.Logo(Sha256.of(image.png()), name, image.width(), image.height());
        }
        return kept == null ? null : new Publicity.Logo(kept.sha256(), name, kept.width(), kept.height());
    }
}
