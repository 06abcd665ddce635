package io.fluxlab.lane;

class EventLoopLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new EventLoopLane();
    }
}
