package org.alternat.declaration;

/**
 * One thing that keeps a draft from being released.
 *
 * @param outcome what a release would come to; its sentence is {@code declaration.outcome.<outcome>}
 * @param part the page, beneath the declaration's own, on which an organiser mends it, such as {@code parties}
 */
public record Hindrance(MoveOutcome outcome, String part) {

    public static final String TEXT = "text";
    public static final String PARTIES = "parties";
    public static final String RULES = "rules";
    public static final String PUBLICITY = "publicity";
}
