package org.alternat.pades;

/** The two faces that signature pages and appearances are set in. */
enum FontStyle {
    REGULAR("AltR", "GentiumBookPlus-Regular.ttf"),
    BOLD("AltB", "GentiumBookPlus-Bold.ttf");

    private final String resourceName;
    private final String fileName;

    FontStyle(String resourceName, String fileName) {
        this.resourceName = resourceName;
        this.fileName = fileName;
    }

    /** The key in {@code /Resources /Font}. */
    String resourceName() {
        return resourceName;
    }

    String fileName() {
        return fileName;
    }
}
