package org.alternat.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files that nobody else on this machine may read: mode 600 from the first byte on. */
final class PrivateFiles {

    private PrivateFiles() {}

    /**
     * Makes a file that did not exist; readers see all of it or nothing.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it did exist
     */
    static void create(Path file, byte[] content) throws IOException {
        Path draft = draft(file, content);
        try {
            // A hard link fails when the name is taken; a move would replace what stands there.
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException noHardLinks) {
            Files.copy(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes a file, in place of an older one. */
    static void replace(Path file, byte[] content) throws IOException {
        Files.move(draft(file, content), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path draft(Path file, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "new-", ".tmp", ownerOnly(folder));
        Files.write(draft, content, StandardOpenOption.TRUNCATE_EXISTING);
        return draft;
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
    }
}
