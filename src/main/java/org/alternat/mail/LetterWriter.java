package org.alternat.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes a letter from its two templates. The first line of the text template is the subject. A message key that no bundle knows
 * stops the letter: nobody is to receive {@code ??letters.greeting??}.
 */
class LetterWriter {

    /** A plain-text line that mail programs show unbroken (RFC 3676, section 4.2 advises 78). */
    private static final int LINE = 76;

    private static final Pattern TRAILING_SPACES = Pattern.compile("[ \\t]+(?=\\n)");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    private final MessageSource messages;
    private final @Nullable LetterPublicity publicity;
    private final boolean ownMention;

    /**
     * @param publicity null where nobody knows the declarations: every letter is then about none
     * @param ownMention whether a letter about no declaration bears the service's own mention
     */
    LetterWriter(MessageSource messages, @Nullable LetterPublicity publicity, boolean ownMention) {
        this.messages = messages;
        this.publicity = publicity;
        this.ownMention = ownMention;
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        engine.setMessageResolver(new StrictMessages(messages));
    }

    WrittenLetter write(Letter letter) {
        Context context = new Context(letter.locale());
        letter.model().forEach((name, said) -> context.setVariable(name, onOneLine(said)));
        context.setVariable("to", letter.to());
        context.setVariable("contacts", letter.replyTo());
        context.setVariable("contactNames", names(letter.replyTo()));
        context.setVariable("lang", letter.locale().toLanguageTag());
        Publicity funding = publicity(letter);
        context.setVariable("publicity", funding);
        context.setVariable("mention", funding.mention(letter.locale()));

        String[] subjectAndText = tidy(engine.process("letters/" + letter.template() + ".txt", context))
                .split("\n", 2);
        String subject = Recipient.oneLine(subjectAndText[0]);
        context.setVariable("subject", subject);
        String html = engine.process("letters/" + letter.template() + ".html", context);
        return new WrittenLetter(subject, wrap(subjectAndText[1].strip()) + "\n", html, images(funding));
    }

    private Publicity publicity(Letter letter) {
        DeclarationId about = letter.key().declarationId();
        if (about != null && publicity != null) {
            return publicity.of(about).orElse(Publicity.NOT_DUE);
        }
        return !ownMention
                ? Publicity.NOT_DUE
                : new Publicity(
                        true, own(Locale.FRENCH), own(Locale.forLanguageTag("nl")), own(Locale.ENGLISH), true, null);
    }

    private String own(Locale locale) {
        return messages.getMessage("letters.funding", null, locale);
    }

    private List<InlineImage> images(Publicity funding) {
        List<InlineImage> images = new ArrayList<>();
        if (funding.emblem()) {
            images.add(new InlineImage(InlineImage.EMBLEM, EmblemPicture.png()));
        }
        Publicity.Logo logo = funding.logo();
        if (logo != null && publicity != null) {
            images.add(new InlineImage(
                    InlineImage.LOGO, publicity.image(logo.sha256()).orElseThrow()));
        }
        return images;
    }

    /** A line break in a title would end the subject, and could pass for a sentence of ours. */
    private static Object onOneLine(Object said) {
        if (said instanceof List<?> lines) {
            return lines.stream().map(LetterWriter::onOneLine).toList();
        }
        return said instanceof String text ? Recipient.oneLine(text) : said;
    }

    private static String names(List<Recipient> recipients) {
        return String.join(", ", recipients.stream().map(Recipient::name).toList());
    }

    private static String tidy(String text) {
        String lines = TRAILING_SPACES.matcher(text.replace("\r", "") + "\n").replaceAll("");
        return EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
    }

    /** Breaks at ordinary spaces only: a no-break space keeps its two words together, a link stays whole. */
    private static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder(text.length() + 64);
        for (String line : text.split("\n", -1)) {
            int column = 0;
            for (String word : line.split("(?<=[^ ]) ", -1)) {
                if (column > 0 && column + 1 + word.length() > LINE) {
                    wrapped.append('\n');
                    column = 0;
                } else if (column > 0) {
                    wrapped.append(' ');
                    column++;
                }
                wrapped.append(word);
                column += word.length();
            }
            wrapped.append('\n');
        }
        return wrapped.toString().stripTrailing();
    }

    private static ClassLoaderTemplateResolver resolver(String ending, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterWriter.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(java.util.Set.of("letters/*" + ending));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    private static final class StrictMessages extends AbstractMessageResolver {

        private final MessageSource messages;

        StrictMessages(MessageSource messages) {
            this.messages = messages;
        }

        @Override
        public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
            Locale locale = context.getLocale();
            return messages.getMessage(key, parameters, locale);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
            // Not reached while the source is strict; Thymeleaf's own answer would be ??key??.
            throw new IllegalStateException("no message " + key);
        }
    }
}
