/** What organisers type or upload, read strictly: every fault is collected and named, and only what has none becomes a declaration. */
@NamedInterface("input")
@NullMarked
package org.alternat.declaration.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
