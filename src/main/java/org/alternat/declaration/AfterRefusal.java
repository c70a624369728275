package org.alternat.declaration;

/** What becomes of a circulation when somebody refuses to sign; chosen for each declaration. */
public enum AfterRefusal {
    /** The others are asked as before; the rule of completion decides at the end. */
    CONTINUE,
    /** The circulation is closed at once, as if the deadline had come. */
    STOP,
    /** The circulation pauses until an organiser resumes, closes or withdraws it. */
    ASK
}
