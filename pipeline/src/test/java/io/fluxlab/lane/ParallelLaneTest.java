package io.fluxlab.lane;

class ParallelLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new ParallelLane();
    }
}
