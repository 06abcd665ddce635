package io.fluxlab.lane;

class NarrowParallelLaneTest extends NarrowLaneContract {

    @Override
    protected Lane lane() {
        return new ParallelLane(new ParallelLane.Settings(MOST, false));
    }
}
