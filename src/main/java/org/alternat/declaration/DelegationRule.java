package org.alternat.declaration;

/** Who decides whether a signatory may hand the place to somebody else of the same party; chosen for each declaration. */
public enum DelegationRule {
    /** An organiser confirms or declines each delegation; until then the invitation stays where it is. */
    CONFIRM,
    /** Every delegation is allowed beforehand and takes place at once. */
    ALLOW
}
