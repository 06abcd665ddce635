package io.fluxlab.lane;

class NarrowVirtualLaneTest extends NarrowLaneContract {

    @Override
    protected Lane lane() {
        return new VirtualLane(new VirtualLane.Settings(MOST));
    }
}
