package io.fluxlab.lane;

class ImmediateLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new ImmediateLane();
    }
}
