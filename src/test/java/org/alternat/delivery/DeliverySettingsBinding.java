package org.alternat.delivery;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;

/** A slice does not scan for settings, and these are nobody else's to see. */
@TestConfiguration
@EnableConfigurationProperties(DeliverySettings.class)
public class DeliverySettingsBinding {}
