package org.alternat.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the child reads: see the record of the same name in {@code src/judge}. The two sides share this form and no class. */
record Request(
        String pdf, List<String> trustAnchors, @Nullable String validationTime) {}
