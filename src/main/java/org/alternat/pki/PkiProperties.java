package org.alternat.pki;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * Where keys and trust come from.
 *
 * @param keyDirectory the folder of the service's key store; made on first start
 * @param pkcs11 the token that keeps the keys in the place of that folder
 * @param generation the generation of keys that signs at least; the next number makes new ones on the next start
 * @param operator the organisation that runs this installation: subject of the CA, seal and timestamp certificates
 * @param country its country, two letters (ISO 3166-1)
 * @param oneShotLifetime how long a signatory's one-shot certificate is valid
 * @param oneShotAlgorithm what a signatory's key is made for
 * @param revoked instants since which certificates of the service hold no longer, by serial number in hexadecimal digits
 * @param timestampAuthorities RFC 3161 authorities over HTTP, tried in order; empty for the embedded one
 * @param timestampTimeout how long an authority may take for one answer that has no time-out of its own
 * @param minimumRsaBits how long the RSA key of a certificate from elsewhere must be; older cards have 2048
 * @param trustAnchors further certificates (PEM or DER) that signatures and timestamps may chain to
 */
@Validated
@ConfigurationProperties("alternat.pki")
record PkiProperties(
        @NotNull Path keyDirectory,
        @Nullable Pkcs11Settings pkcs11,
        @Min(1) @DefaultValue("1") int generation,
        @NotBlank @DefaultValue("Alternat") String operator,
        @NotBlank @DefaultValue("FR") String country,
        @NotNull @DefaultValue("10m") Duration oneShotLifetime,
        @NotNull @DefaultValue("p-256") OneShotAlgorithm oneShotAlgorithm,
        @NotNull @DefaultValue Map<String, Instant> revoked,
        @NotNull @DefaultValue List<TimestampSource> timestampAuthorities,
        @NotNull @DefaultValue("10s") Duration timestampTimeout,
        @Min(2048) @DefaultValue("3000") int minimumRsaBits,
        @NotNull @DefaultValue List<Resource> trustAnchors) {}
