package io.fluxlab.lecture.sharing;

class SynchronizedStateTest extends SoundStateContract {

    SynchronizedStateTest() {
        super("synchronized");
    }
}
