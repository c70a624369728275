package org.alternat.pades;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.alternat.shared.PdfBytes;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** The PDF Association's validator of PDF/A and PDF/UA. */
public final class VeraPdf {

    private static final Logger LOG = Logger.getLogger("org.verapdf");

    static {
        LOG.setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /** The rules of PDF/A-2b (ISO 19005-2) that the file breaks, as clause and number of the test. */
    public static Set<String> brokenRulesOfPdfA2b(PdfBytes file) {
        return broken(file, PDFAFlavour.PDFA_2_B);
    }

    /** The rules of PDF/UA-1 (ISO 14289-1) that the file breaks. */
    public static Set<String> brokenRulesOfPdfUa1(PdfBytes file) {
        return broken(file, PDFAFlavour.PDFUA_1);
    }

    private static Set<String> broken(PdfBytes file, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(file.toByteArray()), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            Set<String> rules = new TreeSet<>();
            for (RuleId rule : validator.validate(parser).getFailedChecks().keySet()) {
                rules.add(rule.getClause() + "-" + rule.getTestNumber());
            }
            return rules;
        } catch (Exception e) {
            throw new IllegalStateException("veraPDF cannot read the file", e);
        }
    }
}
