package io.fluxlab.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lanes as they are typed, with commas between them and between the settings of one. */
public final class LaneNames {

    /** No lane has an equals sign in its name: this is a setting of the lane before it. */
    private static final Pattern SETTING = Pattern.compile("[^:=]+=.*");

    private LaneNames() {}

    /** The lanes of a text that was split at its commas: {@code bounded-elastic:threads=16}, {@code queue=100} is one. */
    public static List<String> joined(List<String> parts) {
        List<String> lanes = new ArrayList<>();
        for (String part : parts) {
            int last = lanes.size() - 1;
            if (last >= 0
                    && lanes.get(last).contains(":")
                    && SETTING.matcher(part).matches()) {
                lanes.set(last, lanes.get(last) + "," + part);
            } else {
                lanes.add(part);
            }
        }
        return lanes;
    }
}
