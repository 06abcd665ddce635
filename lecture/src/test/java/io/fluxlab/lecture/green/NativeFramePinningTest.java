package io.fluxlab.lecture.green;

class NativeFramePinningTest extends PinningContract {

    NativeFramePinningTest() {
        super("native-frame");
    }

    @Override
    boolean pins() {
        return true;
    }
}
