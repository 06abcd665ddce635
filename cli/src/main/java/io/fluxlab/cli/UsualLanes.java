package io.fluxlab.cli;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import java.util.ArrayList;
import java.util.List;

/** The lanes of a command that is given none. Stateless. */
final class UsualLanes {

    private UsualLanes() {}

    /** All that are available at the lab and do not have to be asked for; waits for the lab, until it is interrupted. */
    static List<String> of(Lab lab, Interrupt interrupt) {
        List<String> names = new ArrayList<>();
        Following.follow(
                lab.lanes()
                        .filter(lane -> lane.available() && !lane.onRequest())
                        .map(LaneInfo::name),
                interrupt,
                names::add);
        return names;
    }
}
