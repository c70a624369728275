package org.alternat.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Reads over IMAP what came back. Each message is looked at once and then marked as read, recognised or not, so that one that
 * cannot be read holds up none of the others; none is deleted. A server that is away is asked again at the next time.
 */
class BounceMailbox implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);

    /** The library's own default is to wait for ever. */
    private static final String TEN_SECONDS = "10000";

    private static final int AT_ONCE = 200;
    private static final int LARGEST = 1024 * 1024;

    private final BounceProperties settings;
    private final MailReports reports;
    private final LetterReturns returns;

    BounceMailbox(BounceProperties settings, MailReports reports, LetterReturns returns) {
        this.settings = settings;
        this.reports = reports;
        this.returns = returns;
    }

    /** As with the server that takes letters: what can never work stops the start, one that is away is a warning. */
    @Override
    public void afterSingletonsInstantiated() {
        try (Store store = open();
                Folder folder = folder(store)) {
            LOG.info("Mailbox of delivery reports reached: {} messages", folder.getMessageCount());
        } catch (AuthenticationFailedException e) {
            throw new IllegalStateException(
                    "alternat.mail.bounces.username or alternat.mail.bounces.password: the server rejects them", e);
        } catch (FolderNotFoundException e) {
            throw new IllegalStateException("alternat.mail.bounces.folder: there is no such folder", e);
        } catch (MessagingException e) {
            LOG.warn("The server of alternat.mail.bounces.host does not answer now; it will be asked again");
        }
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${alternat.mail.bounces.every:PT5M}")
    void regularly() {
        try {
            int recognised = read();
            if (recognised > 0) {
                LOG.info("{} delivery reports and automatic replies read", recognised);
            }
        } catch (MessagingException e) {
            LOG.warn(
                    "The mailbox of delivery reports cannot be read now: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Returns how many messages told something new about a letter. */
    int read() throws MessagingException {
        int recognised = 0;
        try (Store store = open();
                Folder folder = folder(store)) {
            Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            for (int i = 0; i < Math.min(unread.length, AT_ONCE); i++) {
                recognised += isNews(unread[i]) ? 1 : 0;
                unread[i].setFlag(Flags.Flag.SEEN, true);
            }
        }
        return recognised;
    }

    private boolean isNews(Message message) {
        try {
            return reports.read(copy(message)).map(returns::record).orElse(false);
        } catch (MessagingException | IOException | BoundedOutput.TooLarge | IllegalArgumentException e) {
            LOG.info(
                    "A message to the return address cannot be understood; it stays there: {}",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    /** A copy in memory, which no server makes larger while it is read. */
    private static MimeMessage copy(Message message) throws MessagingException, IOException {
        BoundedOutput bytes = new BoundedOutput(LARGEST);
        message.writeTo(bytes);
        return new MimeMessage(null, new ByteArrayInputStream(bytes.toByteArray()));
    }

    private Store open() throws MessagingException {
        String protocol = settings.tls() ? "imaps" : "imap";
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".connectiontimeout", TEN_SECONDS);
        properties.put("mail." + protocol + ".timeout", TEN_SECONDS);
        properties.put("mail." + protocol + ".writetimeout", TEN_SECONDS);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        Store store = Session.getInstance(properties).getStore(protocol);
        store.connect(settings.host(), settings.port(), settings.username(), settings.password());
        return store;
    }

    private Folder folder(Store store) throws MessagingException {
        Folder folder = store.getFolder(settings.folder());
        folder.open(Folder.READ_WRITE);
        return folder;
    }
}
