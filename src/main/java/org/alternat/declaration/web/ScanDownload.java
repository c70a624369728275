package org.alternat.declaration.web;

import org.alternat.document.ScanType;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A scanned paper as a browser takes it away: always as a file, never shown in our pages. */
final class ScanDownload {

    private ScanDownload() {}

    /** @param name of the file, without the extension */
    static ResponseEntity<byte[]> of(ScanType type, String name, byte[] scan) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + type.extension())
                                .build()
                                .toString())
                .body(scan);
    }
}
