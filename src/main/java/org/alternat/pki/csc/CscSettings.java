package org.alternat.pki.csc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.alternat.pki.RemoteSigner;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider that seals for this installation.
 *
 * @param address the provider's base address, up to and including {@code /csc/v2}; the service's own key seals without it
 * @param credential the credential's id at the provider
 * @param tokenFile a file that holds the bearer token and nothing else; read anew each time, so that it can be renewed
 * @param pinFile a file that holds the credential's PIN, where the provider asks for one
 * @param mode whether the hash of the signed attributes or that of the document is sent
 * @param timeout how long one answer may take
 */
@ConfigurationProperties(CscSettings.SETTING)
public record CscSettings(
        @Nullable URI address,
        @DefaultValue("") String credential,
        @Nullable Path tokenFile,
        @Nullable Path pinFile,
        @DefaultValue("hash") RemoteSigner.Mode mode,
        @DefaultValue("20s") Duration timeout) {

    static final String SETTING = "alternat.pki.remote-seal";

    public CscSettings {
        if (address != null && (credential.isBlank() || tokenFile == null)) {
            throw new IllegalArgumentException(SETTING + ": a provider that seals needs " + SETTING + ".credential and "
                    + SETTING + ".token-file beside its address");
        }
    }

    String token() {
        if (tokenFile == null) {
            throw new IllegalStateException(SETTING + ".token-file is not set");
        }
        return read(tokenFile, "token-file");
    }

    @Nullable
    String pin() {
        return pinFile == null ? null : read(pinFile, "pin-file");
    }

    private static String read(Path file, String name) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + "." + name + ": " + file + " cannot be read", e);
        }
    }
}
