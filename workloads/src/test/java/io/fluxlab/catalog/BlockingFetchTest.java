package io.fluxlab.catalog;

class BlockingFetchTest extends FetchWorkloadContract {

    BlockingFetchTest() {
        super("blocking");
    }
}
