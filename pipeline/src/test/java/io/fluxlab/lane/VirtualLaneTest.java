package io.fluxlab.lane;

class VirtualLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new VirtualLane();
    }
}
