package org.alternat.system;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * When a start fails over a setting, the operator reads the one sentence that names it, and not the hundreds of lines of stack that
 * it would stand at the end of. {@code --debug} brings them back.
 */
class WrongSettingAnalyzer implements FailureAnalyzer {

    private static final Pattern NAMES_A_SETTING =
            Pattern.compile("(?<![\\w.])(alternat|spring\\.mail|spring\\.datasource)\\.[a-z]");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        Throwable found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Ours throw these two; what Spring wraps around them repeats their words among its own.
            boolean plain = cause.getClass() == IllegalArgumentException.class
                    || cause.getClass() == IllegalStateException.class;
            String message = cause.getMessage();
            if (plain && message != null && NAMES_A_SETTING.matcher(message).find()) {
                found = cause;
            }
        }
        return found == null
                ? null
                : new FailureAnalysis(found.getMessage(), "Correct that setting and start again.", failure);
    }
}
