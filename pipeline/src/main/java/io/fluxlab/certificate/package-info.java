/** Certificates and private keys as they lie in PEM files, for whoever speaks TLS. */
@NullMarked
package io.fluxlab.certificate;

import org.jspecify.annotations.NullMarked;
