package io.fluxlab.cluster.coordinator;

/**
 * One lane of a member, which has one group at a time. Immutable.
 *
 * @param member whose
 * @param lane its number there
 */
record LaneOf(Member member, int lane) {

    String worker() {
        return member.worker(lane);
    }
}
