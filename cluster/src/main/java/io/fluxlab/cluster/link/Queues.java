package io.fluxlab.cluster.link;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;

/** The queues of a broker. Those of a member are gone with its connection: what was in them is sent again. */
public final class Queues {

    /** What all members say to the coordinator. */
    public static final String RESULTS = "fluxlab.results";

    /** What could not be delivered, which nobody reads: the coordinator sends again whatever has not ended. */
    public static final String DEAD = "fluxlab.dead";

    private static final String CONTROL = "fluxlab.control.";
    private static final String WORK = "fluxlab.work.";

    private Queues() {}

    /** What the coordinator says to a member. */
    public static String control(String member) {
        return CONTROL + member;
    }

    /** The groups of one of a member's lanes. */
    public static String work(String member, int lane) {
        return WORK + member + "." + lane;
    }

    /** Whose control queue this is; empty where it is another kind of queue. */
    public static String memberOf(String queue) {
        return queue.startsWith(CONTROL) ? queue.substring(CONTROL.length()) : "";
    }

    /** A queue that goes with whoever has made it. */
    public static QueueConfiguration ofMember(String name) {
        return QueueConfiguration.of(name)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(false)
                .setTemporary(true);
    }
}
