package io.fluxlab.examples.webflux;

import java.util.List;

/** What somebody wants to buy. Immutable. */
public record Order(List<Item> items) {

    /** An order like most. */
    public static final Order SAMPLE =
            new Order(List.of(new Item("bolt", 12), new Item("nut", 12), new Item("washer", 24)));

    public Order {
        items = List.copyOf(items);
    }

    /** So many of one article. */
    public record Item(String article, int count) {}
}
