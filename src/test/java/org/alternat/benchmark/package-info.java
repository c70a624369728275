/** What things cost: run by {@code mvn -Pbenchmark verify} alone, printed and kept, never asserted. */
package org.alternat.benchmark;
