package io.fluxlab.lecture.sharing;

class ImmutableStateTest extends SoundStateContract {

    ImmutableStateTest() {
        super("immutable");
    }
}
