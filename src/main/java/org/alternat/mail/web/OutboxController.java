package org.alternat.mail.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.alternat.mail.BaseUrl;
import org.alternat.mail.Outbox;
import org.alternat.mail.OutboxLetter;
import org.alternat.mail.WithoutSmtpHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The letters of the outbox folder, for the newcomer who runs the service on the machine in front of them. They hold everybody's
 * links and codes, so only that machine sees them ({@link SameMachine}); for anybody else the page does not exist.
 */
@Controller
@WithoutSmtpHost
class OutboxController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Logger LOG = LoggerFactory.getLogger(OutboxController.class);

    private final Outbox outbox;
    private final BaseUrl base;

    OutboxController(Outbox outbox, BaseUrl base) {
        this.outbox = outbox;
        this.base = base;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        LOG.info("Letters can be read at {}", base.resolve("/outbox"));
    }

    @ModelAttribute
    void onlyOnThisMachine(HttpServletRequest request, HttpServletResponse response) {
        if (!SameMachine.sent(request)) {
            throw notFound();
        }
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    }

    @GetMapping("/outbox")
    String list(Model model) {
        model.addAttribute("rows", outbox.list().stream().map(Row::of).toList());
        return "mail/outbox";
    }

    @GetMapping("/outbox/{id}")
    String letter(@PathVariable String id, Model model) {
        OutboxLetter letter = outbox.find(id).orElseThrow(OutboxController::notFound);
        model.addAttribute("row", Row.of(letter));
        model.addAttribute("language", letter.language());
        model.addAttribute("attachments", letter.attachments());
        model.addAttribute("lines", LinkedText.lines(letter.text()));
        return "mail/outbox-letter";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** One line of the list. */
    record Row(String id, String time, String kind, String to, String subject, List<String> attachments) {

        static Row of(OutboxLetter letter) {
            return new Row(
                    letter.id(),
                    TIME.format(letter.at()),
                    letter.kind(),
                    letter.toName().isEmpty() ? letter.toAddress() : letter.toName() + " <" + letter.toAddress() + ">",
                    letter.subject(),
                    letter.attachments());
        }
    }
}
