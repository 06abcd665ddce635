package io.fluxlab.server.transport;

/** How the guards of a connection tell its peer what they refuse. */
interface Answers {

    /** Ends one stream with an error frame. */
    void refuseStream(int streamId, Refusal refusal);

    /** Ends the connection after an error frame on stream 0. */
    void refuseConnection(Refusal refusal);
}
