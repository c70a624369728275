package org.alternat.verification;

import java.util.Optional;
import org.alternat.pades.VerificationReport;
import org.alternat.shared.Sha256;

/**
 * What is known of a file.
 *
 * @param sha256 of the whole file
 * @param held the file of ours that it is, or begins with
 */
public record CheckedFile(Sha256 sha256, VerificationReport report, Optional<HeldFile> held, Opinion opinion) {}
