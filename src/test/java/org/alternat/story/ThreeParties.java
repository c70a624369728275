package org.alternat.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alternat.demo.SampleFiles;

/** A declaration of three, for the stories in which something breaks. */
final class ThreeParties {

    static final List<String> ADDRESSES =
            List.of("zoe@one.example.org", "lieve@two.example.org", "marie-eve@three.example.org");

    private ThreeParties() {}

    static Map<String, Object> declaration() {
        Map<String, Object> declaration = new LinkedHashMap<>(
                SampleFiles.declaration(Instant.now().plus(30, ChronoUnit.DAYS).toString()));
        declaration.put("signatoriesCsv", """
                side,party,region,given_name,family_name,capacity,email,locale,order
                Europe,Un,Wallonie,Zoë,Łukasiewicz,Présidente,zoe@one.example.org,fr-BE,1
                Europe,Twee,Vlaanderen,Lieve,Van den Broeck,Voorzitter,lieve@two.example.org,nl-BE,1
                Québec,Trois,Québec,Marie-Ève,Saint-Onge,Directrice,marie-eve@three.example.org,fr-CA,1
                """);
        return declaration;
    }
}
