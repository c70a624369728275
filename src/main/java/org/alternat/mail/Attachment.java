package org.alternat.mail;

import java.util.regex.Pattern;

/** A file that goes with a letter. The name is plain ASCII, so that every mail program shows the same one. */
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(String fileName, String mediaType, byte[] content) {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

    /** @throws IllegalArgumentException when the file name or the media type could break a header */
    public Attachment {
        if (!FILE_NAME.matcher(fileName).matches()
                || !MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("not a file name or not a media type");
        }
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
