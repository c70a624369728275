package org.alternat.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that stands in for a mail server: one {@code .eml} file (RFC 5322) for each letter, readable by its owner only. A file
 * is named by instant, kind and the key's digest, never by an address. A letter that is sent again after a roll-back replaces its
 * own file, as a mail program shows one of two messages with the same {@code Message-ID}.
 */
public class Outbox implements Post {

    private static final Pattern FILE =
            Pattern.compile("(\\d{8}T\\d{6}\\.\\d{3}Z)-([a-z][a-z0-9-]{0,39})-([0-9a-f]{16})\\.eml");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSX", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());

    /** @throws IllegalStateException naming the setting when the folder cannot be made or written to */
    Outbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(temporaryFile());
        } catch (IOException e) {
            throw new IllegalStateException("alternat.home: the outbox folder in it cannot be written to", e);
        }
    }

    @Override
    public String handOver(LetterKey key, MimeMessage message) {
        String id = key.digest().hex().substring(0, 16);
        Path file = folder.resolve(INSTANT.format(clock.instant()) + "-" + key.kind() + "-" + id + ".eml");
        try {
            Path temporary = temporaryFile();
            try (OutputStream out = Files.newOutputStream(temporary)) {
                message.writeTo(out);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            removeEarlier(key.kind() + "-" + id, file);
            return "kept in the outbox folder";
        } catch (IOException e) {
            throw new PostException("outbox folder: " + e.getClass().getSimpleName());
        } catch (MessagingException e) {
            throw new IllegalStateException("letter of kind " + key.kind() + " cannot be written", e);
        }
    }

    /** Every letter in the folder, newest first. */
    public List<OutboxLetter> list() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> FILE.matcher(name(file)).matches())
                    .sorted(Comparator.comparing(Outbox::name).reversed())
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("outbox folder", e);
        }
    }

    /**
     * One letter.
     *
     * @param id what {@link OutboxLetter#id} says; anything else, a path for instance, finds nothing
     */
    public Optional<OutboxLetter> find(String id) {
        // The pattern has neither a separator nor two dots in a row, so the name cannot leave the folder.
        String name = id + ".eml";
        Path file = folder.resolve(name);
        return FILE.matcher(name).matches() && Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private void removeEarlier(String kindAndId, Path newest) throws IOException {
        String ending = "-" + kindAndId + ".eml";
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> name(file).endsWith(ending) && !file.equals(newest))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path temporaryFile() throws IOException {
        FileStore store = Files.getFileStore(folder);
        FileAttribute<?>[] ownerOnly = store.supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Files.createTempFile(folder, "letter", ".tmp", ownerOnly);
    }

    private OutboxLetter read(Path file) {
        Matcher name = FILE.matcher(name(file));
        if (!name.matches()) {
            throw new IllegalArgumentException("not a letter of the outbox");
        }
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(session, in);
            InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
            String person = to.getPersonal();
            String[] language = message.getHeader("Content-Language");
            return new OutboxLetter(
                    name(file).substring(0, name(file).length() - ".eml".length()),
                    Instant.from(INSTANT.parse(name.group(1))),
                    name.group(2),
                    person == null ? "" : person,
                    to.getAddress(),
                    String.valueOf(message.getSubject()),
                    language == null ? "" : language[0],
                    firstText(message).orElse(""),
                    attachments(message));
        } catch (IOException e) {
            throw new UncheckedIOException("outbox folder", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter of the outbox folder cannot be read", e);
        }
    }

    private static Optional<String> firstText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> text = firstText(parts.getBodyPart(i));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> attachments(Part message) throws MessagingException, IOException {
        java.util.ArrayList<String> names = new java.util.ArrayList<>();
        if (message.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) && part.getFileName() != null) {
                    names.add(part.getFileName());
                }
            }
        }
        return List.copyOf(names);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
