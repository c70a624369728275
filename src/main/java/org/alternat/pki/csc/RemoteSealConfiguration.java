package org.alternat.pki.csc;

import org.alternat.pki.RemoteSigner;
import org.alternat.pki.TimestampAuthority;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a provider seal, as soon as its address is set. */
@Configuration(proxyBeanMethods = false)
public class RemoteSealConfiguration {

    @Bean
    @ConditionalOnProperty(CscSettings.SETTING + ".address")
    RemoteSigner remoteSeal(CscSettings settings, TimestampAuthority timestamps) {
        return new RemoteSigner(new CscCredential(settings), settings.mode(), timestamps);
    }
}
