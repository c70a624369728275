package org.alternat.circulation;

import java.util.HashMap;
import java.util.Map;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** {@code processes/letter-delivery.bpmn} in words of Java: key, elements, variables. Nothing else spells them. */
final class LetterDeliveryProcess {

    static final String KEY = "letter-delivery";

    static final String SEND_LETTER = "Task_SendLetter";

    private static final String DECLARATION_ID = "declarationId"; // String
    private static final String LETTER_KIND = "letterKind"; // String, a LetterKind
    private static final String RECIPIENT_KEY = "recipientKey"; // String, an id and never an address
    private static final String SIGNATORY_ID = "signatoryId"; // String, of whom the letter tells; not every letter does

    private LetterDeliveryProcess() {}

    static String businessKey(DeliveredLetter letter) {
        String key = letter.declarationId() + ":" + letter.kind() + ":" + letter.recipientKey();
        return letter.about() == null ? key : key + ":" + letter.about();
    }

    static Map<String, Object> startingWith(DeliveredLetter letter) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(DECLARATION_ID, letter.declarationId().toString());
        variables.put(LETTER_KIND, letter.kind().name());
        variables.put(RECIPIENT_KEY, letter.recipientKey());
        if (letter.about() != null) {
            variables.put(SIGNATORY_ID, letter.about().toString());
        }
        return variables;
    }

    static DeliveredLetter letter(VariableScope scope) {
        @Nullable String about = (String) scope.getVariable(SIGNATORY_ID);
        return new DeliveredLetter(
                DeclarationId.parse((String) scope.getVariable(DECLARATION_ID)),
                LetterKind.valueOf((String) scope.getVariable(LETTER_KIND)),
                (String) scope.getVariable(RECIPIENT_KEY),
                about == null ? null : SignatoryId.parse(about));
    }
}
