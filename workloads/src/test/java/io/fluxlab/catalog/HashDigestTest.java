package io.fluxlab.catalog;

class HashDigestTest extends DigestWorkloadContract {

    HashDigestTest() {
        super("sha256");
    }
}
