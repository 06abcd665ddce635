package io.fluxlab.server.transport;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection, as the network says. Immutable.
 *
 * @param door how the connection came in
 * @param host the numeric address, without a zone; {@code "local"} within this JVM
 * @param port the port at the other end, 0 within this JVM
 * @param certificate what the peer has shown and proved in its TLS handshake, if it was asked
 * @param authorization what its request of HTTP has shown, if anything; nobody has looked whether it is right
 */
public record Peer(
        Door door,
        String host,
        int port,
        Optional<X509Certificate> certificate,
        Optional<AuthorizationHeader> authorization) {

    /** The peer within this JVM. */
    public static final Peer LOCAL = new Peer(Door.LOCAL, "local", 0);

    private static final int IPV6_BYTES = 16;

    /** A peer that has shown nothing. */
    public Peer(Door door, String host, int port) {
        this(door, host, port, Optional.empty(), Optional.empty());
    }

    static Peer of(Door door, Channel channel) {
        return of(door, channel, AuthorizationHeader.kept(channel));
    }

    private static Peer of(Door door, Channel channel, Optional<AuthorizationHeader> authorization) {
        Peer peer = of(door, channel.remoteAddress());
        return new Peer(door, peer.host, peer.port, certificate(channel), authorization);
    }

    private static Optional<X509Certificate> certificate(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            return Optional.empty();
        }
        try {
            return tls.engine().getSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(shown)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty(); // nobody asked for one
        }
    }

    /**
     * What one subscriber of the network has, whoever asks there: the address itself, or the 64 bits of an IPv6 address
     * that are handed out together (RFC 6177).
     */
    public String network() {
        byte[] address = host.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(host);
        if (address == null || address.length != IPV6_BYTES) {
            return host;
        }
        Arrays.fill(address, IPV6_BYTES / 2, IPV6_BYTES, (byte) 0);
        return NetUtil.bytesToIpAddress(address) + "/64";
    }

    /** Who asks over plain HTTP, with these headers. */
    public static Peer ofHttp(Channel channel, HttpHeaders headers) {
        return of(Door.HTTP, channel, AuthorizationHeader.of(headers));
    }

    private static Peer of(Door door, @Nullable SocketAddress address) {
        if (address instanceof InetSocketAddress inet && inet.getAddress() != null) {
            String host = inet.getAddress().getHostAddress();
            int zone = host.indexOf('%');
            return new Peer(door, zone < 0 ? host : host.substring(0, zone), inet.getPort());
        }
        return new Peer(door, "unknown", 0); // the connection was closed before anybody asked
    }
}
