package org.alternat.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the final copy travels.
 *
 * @param attachmentLimit the largest PDF that is attached; a larger one is fetched by a personal link
 * @param linkLifetime how long that link works
 */
@ConfigurationProperties("alternat.delivery")
record DeliverySettings(
        @DefaultValue("5MB") DataSize attachmentLimit,
        @DefaultValue("90d") Duration linkLifetime) {

    DeliverySettings {
        if (attachmentLimit.isNegative()) {
            throw new IllegalArgumentException("alternat.delivery.attachment-limit is negative");
        }
        if (linkLifetime.isNegative() || linkLifetime.isZero()) {
            throw new IllegalArgumentException("alternat.delivery.link-lifetime must be longer than nothing");
        }
    }
}
