package io.fluxlab.catalog;

class AsyncSleepTest extends SleepWorkloadContract {

    AsyncSleepTest() {
        super("async");
    }
}
