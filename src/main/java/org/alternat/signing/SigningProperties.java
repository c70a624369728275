package org.alternat.signing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How documents are prepared for signature.
 *
 * @param certify whether the service certifies the prepared text with its seal (DocMDP P=2, decision 0004); without it there
 *     are plain approval signatures only
 * @param spareFields places that nobody sees before somebody signs there, for signatories who come late
 * @param sealName the name that the service's seal bears in the document
 */
@Validated
@ConfigurationProperties("alternat.signing")
record SigningProperties(
        @DefaultValue("true") boolean certify,
        @Min(0) @Max(100) @DefaultValue("3") int spareFields,
        @NotBlank @DefaultValue("Alternat") String sealName) {}
