package org.alternat.declaration;

import java.time.Instant;
import java.time.ZoneId;

/** Until when and on which terms a draft is to circulate: the third step of its making. */
public record DraftRules(ZoneId zone, Instant deadline, Terms terms) {}
