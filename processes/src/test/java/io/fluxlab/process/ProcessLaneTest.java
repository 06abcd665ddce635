package io.fluxlab.process;

import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneContract;

class ProcessLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new ProcessLane();
    }
}
