package org.alternat.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.alternat.shared.StaffId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the secrets of one-time passwords unreadable in a copy of the database: AES-256-GCM (NIST SP 800-38D) under a key that
 * lies in a file beside it. Each secret is bound to its owner, so that nobody can swap two of them.
 */
@Component
class StaffSecrets {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;
    private final byte[] key;

    /** @throws IllegalStateException naming the file when it is lost or damaged while accounts depend on it */
    StaffSecrets(@Value("${alternat.home}") Path home, JdbcClient jdbc, SecureRandom random) throws IOException {
        this.random = random;
        Path file = home.resolve("keys").resolve("staff-secrets.key");
        if (Files.notExists(file)) {
            if (jdbc.sql("select count(*) from staff").query(Long.class).single() > 0) {
                throw new IllegalStateException("Staff accounts exist but their key file is missing: "
                        + file.toAbsolutePath() + ". Put it back, or correct alternat.home.");
            }
            make(file);
        }
        this.key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("Not a key of " + KEY_BYTES + " bytes: " + file.toAbsolutePath());
        }
    }

    byte[] encrypt(StaffId owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] decrypt(StaffId owner, byte[] sealed) {
        return run(
                Cipher.DECRYPT_MODE,
                owner,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    /** A secret that follows from a text and from our key alone: always the same for the same text. */
    byte[] derive(String text, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private byte[] run(int mode, StaffId owner, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of staff " + owner + " does not open with this key", e);
        }
    }

    private void make(Path file) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        try {
            PrivateFiles.create(file, fresh);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return;
        }
    }
}
