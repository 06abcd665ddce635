package io.fluxlab.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a comparison that is watched on a terminal finds what it finds in a pipe: the whole command, in turn. */
final class Watching implements Benchmark {

    private static final String LANES = "immediate,parallel";

    /** A comparison that recommends nothing has its figures all the same. */
    private static final Set<Integer> COMPARED = Set.of(0, 4);

    private final JsonMapper mapper = new JsonMapper();
    private final Path file;

    Watching() {
        this.file = Path.of(
                System.getProperty("java.io.tmpdir"),
                "fluxlab-watching-" + ProcessHandle.current().pid());
    }

    @Override
    public String name() {
        return "watching";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        if (!Command.exists("script")) {
            report.skipped(this, "`compare primes` on a terminal and in a pipe", "no script (util-linux) here");
            return;
        }
        int rounds = size.pick(2, 25);
        int pairs = size.pick(1, 6);
        List<Found> piped = new ArrayList<>();
        List<Found> watched = new ArrayList<>();
        try {
            Pairs speedUps = Pairs.of(
                    0, pairs, () -> speedUp(watched, onTerminal(rounds)), () -> speedUp(piped, inPipe(rounds)));
            String ratio = "`compare primes`, speed-up of `parallel` on a terminal over that in a pipe";
            report.figure(this, ratio, speedUps.ratio(), Unit.RATIO, Target.within(0.98, 1.02));
            report.yardstick(this, "yardstick: that speed-up in a pipe", speedUps.ofOther(), Unit.RATIO);
            String cpus = "CPUs that `immediate` uses on a terminal beyond those in a pipe";
            report.figure(this, cpus, beyond(watched, piped), Unit.RATIO, Target.within(-0.03, 0.03));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What one command found. */
    private record Found(double speedUp, double cpus) {}

    private static double speedUp(List<Found> all, Found found) {
        all.add(found);
        return found.speedUp();
    }

    private static Spread beyond(List<Found> watched, List<Found> piped) {
        double[] beyond = new double[piped.size()];
        for (int i = 0; i < beyond.length; i++) {
            beyond[i] = watched.get(i).cpus() - piped.get(i).cpus();
        }
        return Spread.of(beyond);
    }

    private Found inPipe(int rounds) throws Exception {
        Command.run(COMPARED, command(rounds).toArray(String[]::new));
        return found();
    }

    private Found onTerminal(int rounds) throws Exception {
        String typed = "stty cols 100 rows 40; '" + String.join("' '", command(rounds)) + "'";
        Command.run(COMPARED, "env", "TERM=xterm-256color", "script", "-qefc", typed, "/dev/null");
        return found();
    }

    private List<String> command(int rounds) {
        String fluxlab =
                Path.of(System.getProperty("fluxlab.root", "."), "fluxlab").toString();
        return List.of(
                fluxlab,
                "compare",
                "primes",
                "--lanes",
                LANES,
                "--rounds",
                String.valueOf(rounds),
                "--warmup",
                "5",
                "--export-json",
                file.toString());
    }

    private Found found() throws Exception {
        JsonNode lanes = mapper.readTree(file.toFile()).path("verdict").path("lanes");
        return new Found(
                1 / lanes.path(1).required("ratio").doubleValue(),
                lanes.path(0).required("cpu").doubleValue());
    }
}
