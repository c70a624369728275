package org.alternat.archive;

import java.util.NoSuchElementException;
import org.alternat.shared.DeclarationId;

/** Nothing of this id is archived. */
public class NotArchivedException extends NoSuchElementException {

    NotArchivedException(DeclarationId id) {
        super("declaration " + id + " is not archived");
    }
}
