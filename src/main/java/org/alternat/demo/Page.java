package org.alternat.demo;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser got: the last page after all redirects. */
public record Page(int status, URI address, String body) {

    /** The first group of the first match in the page's source. */
    public Optional<String> find(Pattern pattern) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Same, but it must be there. */
    public String get(Pattern pattern) {
        return find(pattern)
                .orElseThrow(() ->
                        new IllegalStateException("page " + address.getPath().replaceAll("[A-Za-z0-9_-]{43}", "…")
                                + " (status " + status + ") has no " + pattern));
    }
}
