package org.alternat.pki;

import java.util.ArrayList;
import java.util.List;
import org.alternat.shared.Sha256;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several authorities, tried in the order of the configuration; the first valid token wins. */
final class TimestampAuthorities implements TimestampAuthority {

    private static final Logger log = LoggerFactory.getLogger(TimestampAuthorities.class);

    private final List<TimestampAuthority> inOrder;

    TimestampAuthorities(List<? extends TimestampAuthority> inOrder) {
        this.inOrder = List.copyOf(inOrder);
    }

    @Override
    public byte[] timestamp(Sha256 imprint) {
        List<String> causes = new ArrayList<>();
        for (TimestampAuthority authority : inOrder) {
            try {
                return authority.timestamp(imprint);
            } catch (TimestampUnavailableException e) {
                log.warn("{}", e.getMessage());
                causes.add(String.valueOf(e.getMessage()));
            }
        }
        throw new TimestampUnavailableException(String.join("; ", causes), null);
    }

    @Override
    public List<X509CertificateHolder> certificates() {
        return inOrder.stream()
                .flatMap(authority -> authority.certificates().stream())
                .toList();
    }
}
