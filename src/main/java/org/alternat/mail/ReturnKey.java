package org.alternat.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The key of the return addresses, made at the first start; every node needs the same file. */
final class ReturnKey {

    private static final int BYTES = 32;

    private ReturnKey() {}

    /** @throws IllegalStateException when the file is there and is no key */
    static byte[] in(Path folder, SecureRandom random) {
        Path file = folder.resolve("return-addresses.key");
        try {
            Files.createDirectories(folder);
            if (Files.notExists(file)) {
                make(file, random);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException("return-addresses.key in alternat.home is no key of ours");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("return-addresses.key in alternat.home cannot be read", e);
        }
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        Path made = Files.createTempFile(
                file.getParent(),
                "return",
                ".key",
                PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
        try {
            Files.write(made, key, StandardOpenOption.TRUNCATE_EXISTING);
            // A hard link comes into being whole, or not at all when another node was first.
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            // The other node's key is as good.
        } finally {
            Files.delete(made);
        }
    }
}
