package io.fluxlab.server.identity;

import java.security.cert.X509Certificate;
import java.util.regex.Pattern;

/** One line of a credentials file: who may come in as whom, and by what. Immutable. */
public sealed interface Credential {

    /** Whom it lets in. */
    Principal principal();

    /** What it says of itself in a list, without anything secret. */
    String kind();

    /** By a token, of which the file keeps a hash. */
    record Token(Principal principal, TokenHash hash) implements Credential {

        @Override
        public String kind() {
            return "token";
        }
    }

    /** By a certificate of the clients' authority. */
    record Certificate(Principal principal, CertificateName name) implements Credential {

        /** Whether this line means that certificate. */
        boolean matches(X509Certificate certificate) {
            return name.matches(certificate);
        }

        @Override
        public String kind() {
            return "certificate";
        }
    }

    /** What a principal may be called. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Whether a principal may be called so. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
