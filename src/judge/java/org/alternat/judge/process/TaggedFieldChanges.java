package org.alternat.judge.process;

import eu.europa.esig.dss.pdf.modifications.ObjectModification;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModificationsFilter;
import java.util.List;

/**
 * In a tagged PDF the structure tree points at each field's widget (ISO 32000-1, section 14.7.4.3), so the same filled field
 * is met a second time on that way. DSS knows it as filling in a form only when it comes by the page or the form.
 */
final class TaggedFieldChanges extends PdfObjectModificationsFilter {

    @Override
    protected boolean isSignatureOrFormFillChange(ObjectModification change) {
        return super.isSignatureOrFormFillChange(change)
                || isFieldInStructureTree(change.getObjectTree().getKeyChain());
    }

    private static boolean isFieldInStructureTree(List<String> path) {
        int reference = path.lastIndexOf("Obj");
        return path.contains("StructTreeRoot")
                && reference >= 0
                && path.size() > reference + 1
                && List.of("V", "AP").contains(path.get(reference + 1));
    }
}
