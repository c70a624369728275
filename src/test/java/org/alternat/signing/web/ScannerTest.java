package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A mail scanner that follows every link of a letter, opens and presses whatever it finds and whatever it can guess, fields
 * filled in, everything but the mailed code: nothing comes of it but letters to the same mailbox.
 */
class ScannerTest extends SigningPages {

    private static final String[] EVERYTHING = {
        "read",
        "true",
        "confirmed",
        "true",
        "listed",
        "true",
        "reason",
        "x",
        "comment",
        "x",
        "adReferendum",
        "true",
        "givenName",
        "A",
        "familyName",
        "B",
        "capacity",
        "C",
        "email",
        "mallory@example.org"
    };

    private static final Pattern LINK = Pattern.compile("href=\"(/s/[^\"#]+)");
    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*action=\"([^\"]+)\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)[^>]*name=\"([^\"]+)\"");
    private static final Set<AuditEventType> OF_LETTERS =
            Set.of(AuditEventType.SIGNING_CODE_SENT, AuditEventType.SIGNING_CODE_REJECTED, AuditEventType.LETTER_SENT);

    /** What a code leaves behind, which goes to the mailbox that the scanner reads anyway. */
    private static final Set<String> TABLES_OF_LETTERS =
            Set.of("SIGNING_SESSION", "LETTER", "AUDIT_ENTRY", "AUDIT_HEAD");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail trail;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping doors;

    @Test
    void nothing_comes_of_opening_every_link_and_pressing_every_button() {
        Person zoe = invited("fr-FR", "nl-BE").get(0);
        DeclarationId id = declarationOf(zoe);
        Map<String, String> before = rows(id);
        List<AuditEntry> told = trail.entries(id);
        Person scanner = zoe.elsewhere();

        Set<String> seen = crawl(scanner);
        List<String> guessed = everyDoor(scanner);

        assertThat(seen).as("pages and buttons found").contains(zoe.link(), "POST " + zoe.link() + "/code");
        assertThat(guessed)
                .as("doors that nobody has found and somebody may guess")
                .contains("POST /signature", "POST /refusal", "POST /delegation", "POST /change", "POST /confirmation");
        assertThat(rows(id)).isEqualTo(before);
        assertThat(trail.entries(id).subList(told.size(), trail.entries(id).size()))
                .extracting(entry -> entry.event().type())
                .as("what the trail tells of it")
                .isNotEmpty()
                .isSubsetOf(OF_LETTERS);
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
        zoe.proved().read().sign();
        eventually(zoe, SignatoryState.SIGNED);
    }

    /** Follows what the pages offer, until nothing new turns up. */
    private static Set<String> crawl(Person scanner) {
        Set<String> seen = new HashSet<>();
        Deque<String> toOpen = new ArrayDeque<>(List.of(scanner.link()));
        while (!toOpen.isEmpty()) {
            String path = toOpen.pop();
            if (seen.add(path)) {
                scanner.browser().send("HEAD", path);
                follow(scanner, scanner.browser().get(path), seen, toOpen);
            }
        }
        return seen;
    }

    private static void follow(Person scanner, HttpResponse<String> page, Set<String> seen, Deque<String> toOpen) {
        page.headers().firstValue("Location").map(URI::create).map(URI::getPath).ifPresent(toOpen::push);
        matches(LINK, page.body()).forEach(toOpen::push);
        Matcher form = FORM.matcher(page.body());
        while (form.find()) {
            if (form.group(1).startsWith(scanner.link()) && seen.add("POST " + form.group(1))) {
                follow(scanner, press(scanner, form.group(1), matches(FIELD, form.group())), seen, toOpen);
            }
        }
    }

    private static HttpResponse<String> press(Person scanner, String path, List<String> fields) {
        List<String> filled = new ArrayList<>();
        for (String field : fields) {
            if (!field.equals("_csrf")) {
                filled.addAll(List.of(field, field.equals("code") ? "" : "true"));
            }
        }
        return scanner.browser().post(path, filled.toArray(String[]::new));
    }

    /** Every address of a signatory's that the service knows, by every method, with the token of an open page. */
    private List<String> everyDoor(Person scanner) {
        List<String> pressed = new ArrayList<>();
        doors.getHandlerMethods().keySet().forEach(door -> door.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/s/{token}"))
                .forEach(pattern -> door.getMethodsCondition().getMethods().forEach(method -> {
                    String page = pattern.substring("/s/{token}".length());
                    scanner.get("/code");
                    HttpResponse<String> answer = method.name().equals("POST")
                            ? scanner.post(page, EVERYTHING)
                            : scanner.browser().send(method.name(), scanner.link() + page);
                    assertThat(answer.statusCode())
                            .as(method.name() + " " + page)
                            .isLessThan(500);
                    pressed.add(method.name() + " " + page);
                })));
        return pressed;
    }

    /** Everything that the database holds about the declaration, table by table. */
    private Map<String, String> rows(DeclarationId id) {
        Map<String, String> rows = new TreeMap<>();
        List<String> tables = jdbc.sql("select upper(table_name) from information_schema.columns"
                        + " where upper(column_name) = 'DECLARATION_ID'")
                .query(String.class)
                .list();
        assertThat(tables).contains("SIGNATORY", "DOCUMENT_REVISION", "SIGNING_LINK", "DELEGATION");
        for (String table : tables) {
            if (!TABLES_OF_LETTERS.contains(table)) {
                rows.put(table, content("select * from " + table + " where declaration_id = ?", id));
            }
        }
        rows.put("DECLARATION", content("select * from declaration where id = ?", id));
        return rows;
    }

    private String content(String query, DeclarationId id) {
        return jdbc.sql(query).param(id.value()).query().listOfRows().stream()
                .map(row -> {
                    row.replaceAll((column, value) -> value instanceof byte[] bytes ? bytes.length : value);
                    return row.toString().replaceAll("clob\\d+", "clob");
                })
                .sorted()
                .toList()
                .toString();
    }

    private static List<String> matches(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
