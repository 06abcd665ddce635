package io.fluxlab.catalog;

class BlockingSleepTest extends SleepWorkloadContract {

    BlockingSleepTest() {
        super("blocking");
    }
}
