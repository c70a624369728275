package org.alternat.archive;

/** The package as it is taken away. */
public record ArchivalPackage(String fileName, byte[] zip) {}
