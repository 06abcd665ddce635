package io.fluxlab.scenario.run;

import io.fluxlab.comparison.ComparisonRequest;

/** How much is told of the runs of a comparison, which cost the lab what they tell. */
public enum Detail {
    /** What expectations ask for. */
    EXPECTED {
        @Override
        ComparisonRequest of(ComparisonRequest request) {
            return request;
        }
    },
    /** Also how far they are, as often as a display can show it. */
    PROGRESS {
        @Override
        ComparisonRequest of(ComparisonRequest request) {
            return request.withProgress(ComparisonRequest.MOST_SHOWN);
        }
    },
    /** All their events. */
    EVENTS {
        @Override
        ComparisonRequest of(ComparisonRequest request) {
            return request.withRunEvents();
        }
    };

    /** The request that asks for it. */
    abstract ComparisonRequest of(ComparisonRequest request);
}
