package io.fluxlab.lecture.threads;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a worker does about being asked to stop. */
enum StopReaction {
    // tag::checks[]
    /** Works in small steps and looks at the flag, and at its interrupt status, before each. */
    @JsonProperty("checks")
    CHECKS("checks a flag") {
        @Override
        void work(StoppableWork work) {
            while (!work.isAsked() && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        }
    },
    // end::checks[]

    /** Waits for something inside one call. It can't look at a flag there, but the call gives up when interrupted. */
    @JsonProperty("blocks")
    BLOCKS("blocks") {
        @Override
        void work(StoppableWork work) {
            try {
                work.awaitReason();
            } catch (InterruptedException e) {
                work.notice();
            }
        }
    },

    /** Looks at no flag and swallows every interrupt: it ends when it has its own reason to. */
    @JsonProperty("ignores")
    IGNORES("ignores") {
        @Override
        void work(StoppableWork work) {
            boolean done = false;
            while (!done) {
                try {
                    work.awaitReason();
                    done = true;
                } catch (InterruptedException e) {
                    work.notice();
                }
            }
        }
    };

    private final String label;

    StopReaction(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract void work(StoppableWork work);
}
