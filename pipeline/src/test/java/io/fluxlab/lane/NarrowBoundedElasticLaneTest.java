package io.fluxlab.lane;

class NarrowBoundedElasticLaneTest extends NarrowLaneContract {

    @Override
    protected Lane lane() {
        return new BoundedElasticLane(new BoundedElasticLane.Settings(MOST, 0));
    }
}
