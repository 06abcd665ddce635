package io.fluxlab.process.work;

import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.rsocket.RSocket;

/** Runs tasks. */
public final class TaskProgram implements ChildProgram {

    @Override
    public RSocket start(ChildScope process) {
        return new TaskServer(process);
    }
}
