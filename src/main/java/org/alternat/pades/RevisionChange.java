package org.alternat.pades;

/**
 * One thing that a revision changed in comparison with the revision before it, found by comparing values.
 *
 * @param subject what it is about, in the file's own terms: a field's full name, a key of a dictionary, the number of a page
 *     counted from 1; empty when the kind says it all
 */
public record RevisionChange(Kind kind, String subject) {

    /**
     * True when a file that circulates here may change in this way: somebody signed, or proof was added. A stranger's file may
     * allow a little more: {@link Promises}.
     */
    public boolean permitted() {
        return kind.permitted;
    }

    @Override
    public String toString() {
        return subject.isEmpty() ? kind.name() : kind + " " + subject;
    }

    /** What can happen to a file. The list of permitted ones is closed: what nobody foresaw is {@link #OTHER_CHANGED}. */
    public enum Kind {
        /** A field was signed with a certification signature. Subject: the field. */
        CERTIFICATION_ADDED(true),
        /** A field that was there was signed. Subject: the field. */
        SIGNATURE_ADDED(true),
        /** A document timestamp was put in. Subject: the field. */
        TIMESTAMP_ADDED(true),
        /** A field was added and signed at once, and shows nothing on a page. Subject: the field. */
        SIGNATURE_FIELD_ADDED(true),
        /** Certificates and revocation data for later checks: the DSS dictionary. */
        VALIDATION_DATA_ADDED(true),
        /** {@code /Extensions} or {@code /Version} of the catalogue. */
        EXTENSION_DECLARED(true),
        /** The form's signature flags, or fonts for its appearances. */
        FORM_RESOURCES_ADDED(true),
        /** Dates and producer in the document information or the XMP metadata. */
        METADATA_UPDATED(true),
        /** An object that nothing refers to. Shows nothing, proves nothing. Subject: its number. */
        UNUSED_OBJECT_ADDED(true),

        /** A field was added and signed at once, and covers a part of a page. Subject: the field. */
        VISIBLE_FIELD_ADDED(false),
        /** A field was added that nobody signed. Subject: the field. */
        FIELD_ADDED(false),
        /** A field vanished. Subject: the field. */
        FIELD_REMOVED(false),
        /** A field was moved or resized. Subject: the field. */
        FIELD_MOVED(false),
        /** Another property of a field, its appearance among them. Subject: the field. */
        FIELD_CHANGED(false),
        /** A field that is no signature field got another value, and shows it. Subject: the field. */
        FIELD_FILLED(false),
        /** Together with a field that was filled in: viewers are to draw the form's fields, or no longer. */
        DRAWING_LEFT_TO_VIEWER(false),
        /** A signature that was there was replaced, emptied or altered. Subject: the field. */
        SIGNATURE_REPLACED(false),
        /** Another property of the form. Subject: the key. */
        FORM_CHANGED(false),
        /** Text or drawing of a page. Subject: the page. */
        PAGE_CONTENT_CHANGED(false),
        /** Fonts, images or other resources of a page. Subject: the page. */
        PAGE_RESOURCES_CHANGED(false),
        /** Another property of a page. Subject: the page. */
        PAGE_CHANGED(false),
        /** Pages were added, removed or put in another order. */
        PAGES_CHANGED(false),
        /** Subject: the page. */
        ANNOTATION_ADDED(false),
        /** Subject: the page. */
        ANNOTATION_CHANGED(false),
        /** Subject: the page. */
        ANNOTATION_REMOVED(false),
        /** Something runs when the file is opened, printed or closed. Subject: the key. */
        ACTION_CHANGED(false),
        /** The name dictionary: document scripts, embedded files, destinations. */
        NAMES_CHANGED(false),
        /** Bookmarks. */
        OUTLINES_CHANGED(false),
        /** The logical structure that is read aloud. */
        STRUCTURE_CHANGED(false),
        /** Title, author, or another statement about the document. */
        METADATA_CHANGED(false),
        /** Another entry of the catalogue. Subject: the key. */
        CATALOGUE_CHANGED(false),
        /** The trailer: another root, encryption. Subject: the key. */
        TRAILER_CHANGED(false),
        /** Something else. Subject: the number of the object. */
        OTHER_CHANGED(false);

        private final boolean permitted;

        Kind(boolean permitted) {
            this.permitted = permitted;
        }
    }
}
