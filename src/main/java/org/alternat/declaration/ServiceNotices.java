package org.alternat.declaration;

import java.util.List;

/**
 * Tells every organiser what concerns all declarations: a certificate that ends soon. Implemented by the packages above that
 * know; this package only shows what they say.
 */
public interface ServiceNotices {

    /** What there is to tell now, the most pressing first; read anew at each visit. */
    List<Notice> now();
}
