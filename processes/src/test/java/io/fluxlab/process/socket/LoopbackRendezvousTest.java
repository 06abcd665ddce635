package io.fluxlab.process.socket;

class LoopbackRendezvousTest extends RendezvousContract {

    @Override
    ParentAddress address() {
        return new ParentAddress.Loopback(0);
    }
}
