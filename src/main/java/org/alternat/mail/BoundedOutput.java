package org.alternat.mail;

import java.io.ByteArrayOutputStream;

/** Takes so many bytes and no more, however many somebody sends. */
final class BoundedOutput extends ByteArrayOutputStream {

    private final int most;

    BoundedOutput(int most) {
        this.most = most;
    }

    @Override
    public synchronized void write(int b) {
        requireRoom(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] b, int off, int len) {
        requireRoom(len);
        super.write(b, off, len);
    }

    private void requireRoom(int more) {
        if (count + more > most) {
            throw new TooLarge();
        }
    }

    /** Unchecked, because the methods of the class above throw nothing else. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("larger than a report is");
        }
    }
}
