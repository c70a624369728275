package org.alternat.pades;

/**
 * One more revision.
 *
 * @param delta the bytes that it adds behind the chain
 * @param state what the next append needs to know
 */
public record AppendedRevision(byte[] delta, ChainState state) {}
