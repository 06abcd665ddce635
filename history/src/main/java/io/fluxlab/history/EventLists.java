package io.fluxlab.history;

import io.fluxlab.kept.EncodedEvent;
import java.util.ArrayList;
import java.util.List;

/** Events as lists, for viewers whom each answer costs more than what is in it. Stateless. */
final class EventLists {

    /** A list that is larger than this holds nothing more; so much is on its way at once for each that was asked for. */
    private static final int MOST_BYTES = 64 * 1024;

    private EventLists() {}

    /** Lists of at most so many of these events, in their order. */
    static List<EncodedEvent> of(List<EncodedEvent> events, int atOnce) {
        List<EncodedEvent> lists = new ArrayList<>();
        List<EncodedEvent> open = new ArrayList<>();
        int bytes = 0;
        for (EncodedEvent event : events) {
            if (!open.isEmpty() && (open.size() >= atOnce || bytes + event.cbor().length > MOST_BYTES)) {
                lists.add(EncodedEvent.list(open));
                open.clear();
                bytes = 0;
            }
            open.add(event);
            bytes += event.cbor().length;
        }
        if (!open.isEmpty()) {
            lists.add(EncodedEvent.list(open));
        }
        return lists;
    }
}
