package org.alternat.judge.process;

import java.util.List;

/**
 * What the service asks.
 *
 * @param pdf the file, Base64
 * @param trustAnchors certificates, DER, Base64: the only issuers that are believed
 * @param validationTime ISO 8601 instant for which is judged, now when absent
 */
record Request(String pdf, List<String> trustAnchors, String validationTime) {}
