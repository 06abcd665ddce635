package io.fluxlab.server.identity;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate must be called: its whole subject, such as {@code CN=agent,O=Example}, or one of its alternative
 * names: a host, an e-mail address or a URI. Immutable.
 *
 * @param text as the credentials file has it; with an equals sign it is a subject
 */
record CertificateName(String text) {

    /** The kinds of alternative names that are texts, as RFC 5280 numbers them: e-mail, host, URI. */
    private static final Set<Integer> TEXTS = Set.of(1, 2, 6);

    CertificateName {
        if (isSubject(text)) {
            new X500Principal(text);
        }
    }

    private static boolean isSubject(String text) {
        return text.indexOf('=') >= 0;
    }

    boolean matches(X509Certificate certificate) {
        return isSubject(text)
                ? new X500Principal(text).equals(certificate.getSubjectX500Principal())
                : alternativeNames(certificate).stream()
                        .anyMatch(name -> TEXTS.contains((Integer) name.get(0)) && text.equals(name.get(1)));
    }

    private static Collection<List<?>> alternativeNames(X509Certificate certificate) {
        try {
            @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
