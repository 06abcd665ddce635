package io.fluxlab.process.socket;

class LoopbackRendezvousTest extends RendezvousContract {

    @Override
    Address address() {
        return new Address.Loopback(0);
    }
}
