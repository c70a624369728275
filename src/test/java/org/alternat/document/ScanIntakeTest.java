package org.alternat.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.alternat.pades.ChainFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanIntakeTest {

    final ScanIntake intake = new ScanIntake(new DocumentIntake());

    @Test
    void a_sound_pdf_is_a_scan() {
        assertThat(intake.examine(ChainFixture.text(1).toByteArray())).contains(ScanType.PDF);
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpeg, JPEG"})
    void an_image_is_a_scan_by_its_content(String format, ScanType type) throws IOException {
        assertThat(intake.examine(image(format))).contains(type);
    }

    @Test
    void what_only_begins_like_one_is_none() throws IOException {
        assertThat(intake.examine(Arrays.copyOf(image("png"), 12))).isEmpty();
        assertThat(intake.examine(Arrays.copyOf(image("jpeg"), 4))).isEmpty();
        assertThat(intake.examine("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(intake.examine("<svg/>".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(intake.examine(new byte[0])).isEmpty();
    }

    @Test
    void an_image_that_claims_to_be_enormous_is_none() throws IOException {
        byte[] png = image("png");
        // Width, the first four bytes of the chunk IHDR (PNG, section 11.2.1).
        png[16] = 0x7f;

        assertThat(intake.examine(png)).isEmpty();
    }

    @Test
    void more_than_ten_megabytes_are_too_many() {
        byte[] large = Arrays.copyOf(ChainFixture.text(1).toByteArray(), ScanIntake.MAX_BYTES + 1);

        assertThat(intake.examine(large)).isEmpty();
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
