package io.fluxlab.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SplittableRandom;

/** A JSON document such as services send: an array of orders with texts, numbers and lists in them. Stateless. */
final class Orders {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long SEED = 1;
    private static final String[] ARTICLES = {"lantern", "tea pot", "\"long\" ladder", "compass", "Gießkanne"};

    private Orders() {}

    /** A document of orders, always the one for this size, which it reaches or passes by less than one order. */
    static byte[] json(int bytes) throws JsonProcessingException {
        SplittableRandom random = new SplittableRandom(SEED);
        ArrayNode orders = MAPPER.createArrayNode();
        for (int size = 1; size < bytes; ) {
            ObjectNode order = order(orders.size(), random);
            orders.add(order);
            size += MAPPER.writeValueAsBytes(order).length + 1;
        }
        return MAPPER.writeValueAsBytes(orders);
    }

    private static ObjectNode order(int id, SplittableRandom random) {
        ObjectNode order = MAPPER.createObjectNode();
        order.put("id", id).put("paid", random.nextBoolean()).putNull("note");
        order.putObject("customer").put("name", "customer " + random.nextInt(1000));
        ArrayNode lines = order.putArray("lines");
        for (int line = random.nextInt(1, 6); line > 0; line--) {
            lines.addObject()
                    .put("article", ARTICLES[random.nextInt(ARTICLES.length)])
                    .put("count", random.nextInt(1, 100))
                    .put("price", random.nextInt(100, 100_000) / 100.0);
        }
        return order;
    }
}
