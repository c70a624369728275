package org.alternat.judge;

/** No judgement came: the child process is missing, died, took too long or answered nonsense. Says nothing about the file; try again. */
public class JudgeUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JudgeUnavailableException(String message) {
        super(message);
    }

    JudgeUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
