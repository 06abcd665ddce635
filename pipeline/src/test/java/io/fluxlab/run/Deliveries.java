package io.fluxlab.run;

import java.util.ArrayList;
import java.util.List;

/** Remembers what an emitter says of its deliveries, in words. Not thread-safe. */
final class Deliveries implements DeliveryListener {

    private final List<String> heard = new ArrayList<>();

    List<String> heard() {
        return heard;
    }

    @Override
    public void startDelivered(int task) {
        heard.add("start of " + task);
    }

    @Override
    public void itemsDelivered(int task, int count) {
        heard.add(count + " items of " + task);
    }

    @Override
    public void endDelivered(RunSignal.TaskEnds end, long items) {
        heard.add("end of " + end.output().task() + " after " + items + " items");
    }

    @Override
    public void deliveryEnded() {
        heard.add("over");
    }
}
