package org.example.bodies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bodies that allocate. */
public final class Memory {

    private Memory() {}

    public static int arrays() {
        List<byte[]> kept = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            kept.add(new byte[200_000]);
        }
        return kept.size();
    }

    public static int bigArrays() {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += new byte[3_000_000].length;
        }
        return sum > 0 ? 1 : 0;
    }

    /** As it was written before there was {@code StringBuilder}. */
    public static int concatenates() {
        String text = "";
        for (int i = 0; i < 2_500; i++) {
            text = text.concat("line " + i + "\n");
        }
        return text.length() > 0 ? 1 : 0;
    }

    /** Allocates, and computes more than that. */
    public static int countsWords() {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 30_000; i++) {
            counts.merge("w" + i % 97, 1, Integer::sum);
        }
        return counts.size() / 97;
    }
}
