package io.fluxlab.lecture.green;

class LockPinningTest extends PinningContract {

    LockPinningTest() {
        super("lock");
    }

    @Override
    boolean pins() {
        return false;
    }
}
