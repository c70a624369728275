package org.alternat.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where requests come from, as limits count them. Whoever has one IPv6 address has a whole network of them (RFC 4291, section
 * 2.5.1: 64 bits), so those count as one; an IPv4 address counts by itself.
 */
public record Network(String text) {

    private static final int PREFIX_BYTES = 8;

    /** @param address as the container tells it; what is no IPv6 address stays as it is, and no name is looked up */
    public static Network of(String address) {
        if (address.indexOf(':') < 0) {
            return new Network(address);
        }
        try {
            // In brackets it is a literal or nothing. What stands behind a percent sign names an interface of this
            // machine.
            InetAddress read = InetAddress.getByName("[" + address.replaceAll("[\\[\\]]|%.*", "") + "]");
            return read instanceof Inet6Address
                    ? new Network(HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), PREFIX_BYTES)) + "::/64")
                    : new Network(read.getHostAddress());
        } catch (UnknownHostException e) {
            return new Network(address);
        }
    }
}
