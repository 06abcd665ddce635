package io.fluxlab.catalog;

class AsyncFetchTest extends FetchWorkloadContract {

    AsyncFetchTest() {
        super("async");
    }
}
