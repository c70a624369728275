package org.alternat.mail;

import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters of one declaration, and a mail server that answers as a test wants it to. */
@MailTest
@Timeout(60)
abstract class LettersBySmtp {

    static final ScriptedSmtpServer SERVER = new ScriptedSmtpServer();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::port);
        properties.add("alternat.mail.from", () -> "Alternat <sign@declarations.example.org>");
    }

    @Autowired
    Letters letters;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    final DeclarationId id = DeclarationId.random();

    @BeforeEach
    void a_declaration_and_a_server_that_takes_mail() {
        SERVER.answerNormally();
        SERVER.accepted().clear();
        transaction.executeWithoutResult(status -> trail.open(id));
    }
}
