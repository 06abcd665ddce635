package io.fluxlab.server.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host and perhaps a port, as a {@code Host} header names them: without user, in one spelling. Immutable.
 *
 * @param host a name in lower case without a dot at its end, or an address as {@link NetUtil} writes it
 * @param port {@link #NO_PORT} where none is named
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.2">RFC 9110, section 7.2</a>
 */
record Authority(String host, int port) {

    static final int NO_PORT = -1;

    private static final Pattern FORM =
            Pattern.compile("(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<name>[A-Za-z0-9._-]{1,254}))(?::(?<port>[0-9]{0,5}))?");
    private static final int MOST_PORT = 0xFFFF;

    /** Reads an authority; null where the text is none. */
    static @Nullable Authority parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String digits = form.group("port");
        int port = digits == null || digits.isEmpty() ? NO_PORT : Integer.parseInt(digits);
        String host = form.group("v6") == null ? name(form.group("name")) : address(form.group("v6"));
        return host == null || port > MOST_PORT ? null : new Authority(host, port);
    }

    private static @Nullable String name(String text) {
        String name = (text.endsWith(".") ? text.substring(0, text.length() - 1) : text).toLowerCase(Locale.ROOT);
        return name.isEmpty() || name.startsWith(".") || name.endsWith(".") ? null : name;
    }

    private static @Nullable String address(String text) {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(text);
        return address == null ? null : NetUtil.toAddressString(address);
    }

    /** The address that the host is; null where it is a name. */
    @Nullable
    InetAddress address() {
        return NetUtil.createInetAddressFromIpAddressString(host);
    }

    /** The port, or that of the scheme where none is named. */
    int portOr(int ofScheme) {
        return port == NO_PORT ? ofScheme : port;
    }
}
