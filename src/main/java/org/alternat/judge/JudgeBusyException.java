package org.alternat.judge;

/** The judge is busy with another file. */
public class JudgeBusyException extends JudgeUnavailableException {

    private static final long serialVersionUID = 1L;

    JudgeBusyException() {
        super("The judge is busy with another file");
    }
}
