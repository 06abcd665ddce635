package io.fluxlab.lecture.green;

class MonitorPinningTest extends PinningContract {

    MonitorPinningTest() {
        super("monitor");
    }

    @Override
    boolean pins() {
        return Runtime.version().feature() < 24;
    }
}
