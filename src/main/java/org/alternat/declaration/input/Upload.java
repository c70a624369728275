package org.alternat.declaration.input;

/** Bytes that somebody uploaded and nobody has looked at yet. */
public final class Upload {

    private final byte[] bytes;

    public Upload(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "upload of " + bytes.length + " bytes";
    }
}
