package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.message.Beat.Progress;
import io.fluxlab.cluster.message.FrameReader;
import io.fluxlab.cluster.message.Told;
import io.fluxlab.cluster.message.Used;

/** What a run hears of its members. Called on any thread; must not block. */
interface RunInbox {

    /** Its way to its members. */
    RunTraffic traffic();

    /** A member has joined, or has a free lane: tasks that wait may go there. */
    void roomAt();

    /** The run's plan is open there. */
    void opened(String member);

    /** The run's plan did not open there. */
    void notOpened(Told why);

    /** Items and ends. */
    void frame(FrameReader frame);

    /** How far a task is. */
    void progress(Progress progress);

    /** What it uses there. */
    void used(Used use, boolean toTheLast);

    /** Nothing is left of it there. */
    void closed(String member);

    /** The member is gone, with all that it had not sent. */
    void lost(String member, String how);
}
