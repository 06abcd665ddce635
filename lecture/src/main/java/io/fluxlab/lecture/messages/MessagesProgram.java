package io.fluxlab.lecture.messages;

import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.rsocket.RSocket;

/** A child that talks to its parent. */
public final class MessagesProgram implements ChildProgram {

    @Override
    public RSocket start(ChildScope process) {
        return new MessagesServer();
    }
}
