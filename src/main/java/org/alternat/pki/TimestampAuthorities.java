package org.alternat.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.alternat.shared.Sha256;
import org.bouncycastle.cert.X509CertificateHolder;

/** Several authorities, tried in the order of the configuration; the first valid token wins. */
final class TimestampAuthorities implements TimestampAuthority {

    private final List<TimestampAuthority> inOrder;

    TimestampAuthorities(List<? extends TimestampAuthority> inOrder) {
        this.inOrder = List.copyOf(inOrder);
    }

    @Override
    public byte[] timestamp(Sha256 imprint) {
        return first(authority -> authority.timestamp(imprint));
    }

    @Override
    public byte[] timestampOver(byte[] data) {
        return first(authority -> authority.timestampOver(data));
    }

    private byte[] first(Function<TimestampAuthority, byte[]> asked) {
        List<String> causes = new ArrayList<>();
        for (TimestampAuthority authority : inOrder) {
            try {
                return asked.apply(authority);
            } catch (TimestampUnavailableException e) {
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

    @Override
    public List<X509CertificateHolder> signersSeen() {
        return inOrder.stream()
                .flatMap(authority -> authority.signersSeen().stream())
                .toList();
    }
}
