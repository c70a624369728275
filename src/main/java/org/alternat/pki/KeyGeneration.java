package org.alternat.pki;

/**
 * The keys that an installation signs with at one time. A later generation takes over from an earlier one; the earlier one's
 * certificates stay trusted and its CA goes on to say what it has revoked.
 *
 * @param number from 1 on
 */
record KeyGeneration(int number, ServiceKey authority, ServiceKey seal, ServiceKey timestamp) {}
