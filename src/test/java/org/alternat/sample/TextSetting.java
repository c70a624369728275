package org.alternat.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Sets one language of the declaration as XHTML. Not a letter is changed; spaces become the ones that a compositor
 * would take. The signature tables are left out, because the service lays out the signature pages itself.
 */
final class TextSetting {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().softbreak("<br/>").build();
    private static final Pattern ARTICLE = Pattern.compile("(?:Article|Artikel) \\d+\\b.*");
    private static final Pattern LISTED = Pattern.compile("(\\(?[a-z]\\)) (.*)");
    private static final String MONTHS = "janvier|novembre|januari|november|January|November";

    final TextLanguage language;
    /** The title as it stands in the text. */
    final String title;
    /** The funding mention: lines of XHTML parted by {@code <br/>}. */
    final String support;

    final List<String> articles = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();

    TextSetting(TextLanguage language, String markdown) {
        this.language = language;
        List<Node> blocks = new ArrayList<>();
        for (Node block = PARSER.parse(markdown).getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading
                    && heading.getLevel() == 2
                    && !ARTICLE.matcher(textOf(heading)).matches()) {
                break; // the signatures, and nothing else, stand under a head that is not an article
            }
            if (!(block instanceof HtmlBlock)) {
                blocks.add(block);
            }
        }
        title = textOf(blocks.get(0));
        support = inner(blocks.get(1)).replaceAll("</?em>", "");
        body.append("<h1>%s</h1>\n<p class='support'><em>%s</em></p>\n".formatted(brokenTitle(""), support));
        IntStream.range(2, blocks.size()).forEach(i -> append(blocks.get(i), i == blocks.size() - 1));
    }

    String section(boolean last) {
        return "<section class='text%s' id='%s' lang='%s'>\n%s</section>\n"
                .formatted(last ? " last" : "", language.tag, language.tag, body);
    }

    /** The title on two lines, the first of them in a span of the given class when there is one. */
    String brokenTitle(String firstLineClass) {
        int second = title.indexOf(language.secondLine);
        String first = title.substring(0, second).strip();
        String start = firstLineClass.isEmpty() ? first : "<span class='%s'>%s</span>".formatted(firstLineClass, first);
        return start + "<br/>" + title.substring(second);
    }

    private void append(Node block, boolean last) {
        if (block instanceof Heading) {
            articles.add(textOf(block));
            body.append("<h2 id='%s-%d'>%s</h2>\n".formatted(language.tag, articles.size(), inner(block)));
            return;
        }
        String html = inner(block);
        List<String> lines = Arrays.asList(html.split("<br/>\\s*"));
        if (lines.stream().allMatch(line -> LISTED.matcher(line).matches())) {
            body.append(lines.stream()
                    .map(line -> LISTED.matcher(line).replaceFirst("<li><span class='mark'>$1\u00A0</span>$2</li>"))
                    .collect(Collectors.joining("\n", "<ol>\n", "\n</ol>\n")));
            return;
        }
        body.append("<p%s>%s</p>\n".formatted(kind(html, last), inOrder(recital(html))));
    }

    private String kind(String html, boolean last) {
        if (last) {
            return " class='done'";
        }
        return html.endsWith(":") ? " class='leads'" : "";
    }

    private String recital(String html) {
        for (String opening : language.openings) {
            if (html.startsWith(opening)) {
                return "<em>" + opening + "</em>" + html.substring(opening.length());
            }
        }
        return html.startsWith(language.verb)
                ? "<em>" + language.verb + "</em>" + html.substring(language.verb.length())
                : html;
    }

    /**
     * Every run of a line in an element of its own. Otherwise the renderer paints the plain runs of the line first and
     * the emphasised ones after them, and whoever copies the text gets it in that order.
     */
    private static String inOrder(String html) {
        return html.replaceAll("(^|</(?:em|strong)>)([^<]+)", "$1<span>$2</span>");
    }

    private static String textOf(Node block) {
        StringBuilder text = new StringBuilder();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }
        });
        return text.toString();
    }

    private static String inner(Node block) {
        if (!(block instanceof Paragraph || block instanceof Heading)) {
            throw new IllegalArgumentException("no setting for " + block);
        }
        String html = RENDERER.render(block).strip();
        return spaced(html.substring(html.indexOf('>') + 1, html.lastIndexOf('<')));
    }

    /** No-break spaces: narrow before ; ! ? and full before : and inside « », as the Imprimerie nationale sets them. */
    private static String spaced(String html) {
        return html.replaceAll(" ([;!?])", "\u202F$1")
                .replace(" :", "\u00A0:")
                .replace("« ", "«\u00A0")
                .replace(" »", "\u00A0»")
                .replace(" – ", "\u00A0– ")
                .replaceAll("\\b([Aa]rticle|[Aa]rtikel) (\\d)", "$1\u00A0$2")
                .replaceAll("(\\d{1,2}) (" + MONTHS + ") (\\d{4})", "$1\u00A0$2\u00A0$3");
    }
}
