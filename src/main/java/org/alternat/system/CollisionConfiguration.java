package org.alternat.system;

import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

/**
 * Lets a service say that it may simply be called again ({@link org.springframework.resilience.annotation.Retryable}) when
 * two people did something at the same moment and the database or the engine let only one of them through. The repetition
 * goes around the transaction: each attempt has one of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods
class CollisionConfiguration {}
