package org.alternat.signing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.alternat.declaration.Declaration;
import org.alternat.document.Revisions;
import org.alternat.pades.FieldPreparation;
import org.alternat.pades.PagePictures;
import org.alternat.pades.SignaturePages;
import org.alternat.shared.PdfBytes;
import org.springframework.stereotype.Service;

/** The signature pages of a declaration as they would be prepared now, by the code that prepares them; nothing is stored. */
@Service
public class SignaturePagesPreview {

    private final SignaturePagePlan plan;
    private final Revisions revisions;
    private final FieldPreparation fields = new FieldPreparation();

    SignaturePagesPreview(SignaturePagePlan plan, Revisions revisions) {
        this.plan = plan;
        this.revisions = revisions;
    }

    /**
     * A page with places to sign.
     *
     * @param number of the page in the document, counted from 1
     * @param parties whose places stand on it, in order
     */
    public record Page(int number, List<String> parties) {}

    /** The pages behind the text; none when nobody signs. */
    public List<Page> pages(Declaration declaration) {
        SignaturePages planned = plan.of(declaration);
        if (planned.groups().isEmpty()) {
            return List.of();
        }
        Map<String, String> parties = new HashMap<>();
        planned.groups()
                .forEach(group -> group.blocks().forEach(block -> parties.put(block.fieldName(), block.party())));
        List<List<String>> all = PagePictures.fields(prepared(declaration, planned));
        return IntStream.range(declaration.pages(), all.size())
                .mapToObj(page -> new Page(
                        page + 1,
                        all.get(page).stream()
                                .map(parties::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    /** One of those pages as a PNG; nothing when there is none of that number. */
    public Optional<byte[]> picture(Declaration declaration, int number) {
        SignaturePages planned = plan.of(declaration);
        if (planned.groups().isEmpty() || number <= declaration.pages()) {
            return Optional.empty();
        }
        PdfBytes prepared = prepared(declaration, planned);
        return number <= PagePictures.fields(prepared).size()
                ? Optional.of(PagePictures.png(prepared, number))
                : Optional.empty();
    }

    private PdfBytes prepared(Declaration declaration, SignaturePages planned) {
        return fields.prepare(revisions.read(declaration.id(), 0), planned);
    }
}
