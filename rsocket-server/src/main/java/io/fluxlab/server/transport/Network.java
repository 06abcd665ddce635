package io.fluxlab.server.transport;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What counts as one address where connections are counted: in IPv4 the address, in IPv6 the network of 64 bits, all of
 * which is one subscriber's. Immutable.
 *
 * @param loopback whether it is this machine, which may stand for many behind a proxy
 */
record Network(String prefix, boolean loopback) {

    private static final int SUBSCRIBER_BYTES = 8;

    static Network of(Peer peer) {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(peer.host());
        if (address == null) {
            return new Network(peer.host(), false);
        }
        byte[] bytes = address.getAddress();
        byte[] prefix = address instanceof Inet6Address ? Arrays.copyOf(bytes, SUBSCRIBER_BYTES) : bytes;
        return new Network(HexFormat.of().formatHex(prefix), address.isLoopbackAddress());
    }

    /** How many connections it may have, of so many in all and so many for one address. */
    int most(int all, int perAddress) {
        return loopback ? all : Math.min(all, perAddress);
    }
}
