package io.fluxlab.server.transport;

import io.fluxlab.wire.ErrorBody;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a transport refuses. */
final class Refused implements TransportListener {

    private final List<ErrorBody> bodies = new CopyOnWriteArrayList<>();
    private final List<Door> doors = new CopyOnWriteArrayList<>();

    @Override
    public void refused(Peer peer, ErrorBody why) {
        bodies.add(why);
        doors.add(peer.door());
    }

    List<String> codes() {
        return bodies.stream().map(ErrorBody::code).toList();
    }

    List<String> messages() {
        return bodies.stream().map(ErrorBody::message).toList();
    }

    List<Door> doors() {
        return List.copyOf(doors);
    }
}
