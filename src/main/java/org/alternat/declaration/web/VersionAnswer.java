package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alternat.declaration.LanguageVersions;
import org.alternat.declaration.input.VersionInput;
import org.jspecify.annotations.Nullable;

/** What one language of a declaration counts for, as machines send and read it. */
@Schema(name = "LanguageVersion")
record VersionAnswer(
        @Schema(description = "prevailing, authentic or translation", example = "authentic") @Nullable
        String standing,

        @Schema(description = "The page of the PDF, from 1, where it begins", example = "2") @Nullable
        Integer fromPage) {

    static Map<String, VersionAnswer> of(LanguageVersions versions) {
        Map<String, VersionAnswer> all = new LinkedHashMap<>();
        versions.all()
                .forEach(one ->
                        all.put(one.tag(), new VersionAnswer(one.standing().word(), one.fromPage())));
        return all;
    }

    static Map<String, VersionInput> inputs(@Nullable Map<String, @Nullable VersionAnswer> versions) {
        Map<String, VersionInput> all = new LinkedHashMap<>();
        if (versions != null) {
            versions.forEach((tag, one) -> all.put(tag, one == null ? new VersionInput(null, null) : one.input()));
        }
        return all;
    }

    private VersionInput input() {
        return new VersionInput(standing, fromPage == null ? null : fromPage.toString());
    }
}
