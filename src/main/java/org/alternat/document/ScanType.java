package org.alternat.document;

import java.util.Locale;

/** What a scan may be. */
public enum ScanType {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg");

    private final String mediaType;

    ScanType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How a file's name ends, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
