package io.fluxlab.server.transport;

/** How the guards of a connection tell its peer what they refuse. */
interface Answers {

    /** Ends one stream with an error frame. */
    void refuseStream(int streamId, Refusal refusal);

    /** Tells the peer nothing, and those who listen why: what it sent has no answer. */
    void ignored(Refusal why);

    /** Ends the connection after an error frame on stream 0. */
    void refuseConnection(Refusal refusal);
}
