package io.fluxlab.catalog;

class KeyDigestTest extends DigestWorkloadContract {

    KeyDigestTest() {
        super("pbkdf2");
    }
}
