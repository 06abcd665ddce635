package io.fluxlab.lane;

class BoundedElasticLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new BoundedElasticLane();
    }
}
