package org.alternat.declaration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The declaration's text in one language, for reading on a narrow screen. Only headings and paragraphs are taken from
 * Markdown; every word stays, and no markup of the text ever reaches the page as markup.
 *
 * @param tag of the language (BCP 47)
 * @param language the key of its name
 */
public record ReadableText(String tag, String language, List<Block> blocks) {

    /**
     * A heading or a paragraph.
     *
     * @param level of the heading, from 1; 0 for a paragraph
     */
    public record Block(int level, List<String> lines) {}

    public ReadableText {
        blocks = List.copyOf(blocks);
    }

    /** A declaration's texts: the reader's own language, then the others as the declaration has them. */
    public static List<ReadableText> of(Declaration declaration, List<LanguageText> texts, Locale reader) {
        return texts.stream()
                .sorted(Comparator.comparing((LanguageText text) ->
                                !text.language().getLanguage().equals(reader.getLanguage()))
                        .thenComparing(text -> declaration.languages().indexOf(text.language())))
                .map(ReadableText::of)
                .toList();
    }

    static ReadableText of(LanguageText text) {
        return new ReadableText(text.language().toLanguageTag(), text.language().getLanguage(), blocks(text.content()));
    }

    private static List<Block> blocks(String content) {
        List<Block> blocks = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        for (String raw : content.replaceAll("(?s)<!--.*?-->", "").lines().toList()) {
            String line = raw.strip();
            int level = level(line);
            if (line.isEmpty() || level > 0) {
                end(paragraph, blocks);
            }
            if (level > 0) {
                blocks.add(new Block(level, List.of(plain(line.substring(level)))));
            } else if (!line.isEmpty() && !line.matches("[|:\\s-]+")) {
                paragraph.add(plain(line));
            }
        }
        end(paragraph, blocks);
        return List.copyOf(blocks);
    }

    private static void end(List<String> paragraph, List<Block> blocks) {
        if (!paragraph.isEmpty()) {
            blocks.add(new Block(0, List.copyOf(paragraph)));
            paragraph.clear();
        }
    }

    private static int level(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        return level > 0 && level <= 6 && level < line.length() && line.charAt(level) == ' ' ? level : 0;
    }

    private static String plain(String line) {
        String text = line.startsWith("|") ? cells(line) : line;
        return text.replaceAll("(\\*\\*|__)(.+?)\\1", "$2")
                .replaceAll("(?<![\\p{L}\\d])([*_])(.+?)\\1(?![\\p{L}\\d])", "$2")
                .strip();
    }

    private static String cells(String row) {
        return Arrays.stream(row.split("\\|"))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
