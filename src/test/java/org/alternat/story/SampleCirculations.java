package org.alternat.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.alternat.demo.SampleFiles;
import org.alternat.demo.SimulatedOrganiser;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;

/** The sample's text, circulated to any number of people in one round, each for a party of their own. */
public final class SampleCirculations {

    private final SimulatedOrganiser organiser;

    public SampleCirculations(SimulatedOrganiser organiser) {
        this.organiser = organiser;
    }

    public DeclarationId release(int signatories) {
        StringBuilder csv = new StringBuilder("side,party,region,given_name,family_name,capacity,email,locale,order\n");
        for (int n = 1; n <= signatories; n++) {
            csv.append("Europe,Fédération %d,Wallonie,Zoë,D’Hondt %d,Présidente,%s,fr-BE,1\n"
                    .formatted(n, n, address(n).value()));
        }
        Map<String, Object> declaration =
                SampleFiles.declaration(Instant.now().plus(30, ChronoUnit.DAYS).toString());
        declaration.put("signatoriesCsv", csv.toString());
        String id = organiser.draft(declaration, SampleFiles.document());
        organiser.release(id);
        return DeclarationId.parse(id);
    }

    /** @param n counted from one */
    public static EmailAddress address(int n) {
        return new EmailAddress("signatory-" + n + "@federations.example.org");
    }
}
