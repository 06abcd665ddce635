package io.fluxlab.catalog;

import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Digests of generated data: the CPU work that services do at each login, and for each signature and checksum. */
public final class DigestWorkload implements Workload<DigestWorkload.Parameters> {

    private static final int PASSWORD_BYTES = 16;
    private static final int SALT_BYTES = 16;
    private static final int DATA_BYTES = 1024;

    /** What is computed. */
    public enum Algorithm {
        /** A key from a password, made slow on purpose: {@code iterations} rounds of HMAC-SHA-256. */
        PBKDF2,
        /** {@code iterations} hashes of a kilobyte, each over the one before it. */
        SHA256
    }

    /**
     * What to digest.
     *
     * @param algorithm what is computed
     * @param iterations how often, for each task
     * @param tasks how many tasks, each with data of its own
     */
    public record Parameters(
            @Param("what is computed") Algorithm algorithm,

            @Param(value = "how often each task computes it", min = 1, max = 1_000_000_000)
            int iterations,

            @Param(value = "how many tasks, each with data of its own", min = 1, max = 1_000_000)
            int tasks) {}

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public String summary() {
        return "derives keys or hashes data: the CPU work of logins and checksums";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Algorithm.PBKDF2, 20_000, 16);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return parameters.tasks();
            }

            @Override
            public String label(int task) {
                return "digest " + task;
            }

            @Override
            public long total(int task) {
                return parameters.iterations();
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                return Claim.ofHeapBytes(4 * DATA_BYTES).times(atOnce.computing());
            }

            @Override
            public Publisher<String> body(int task, TaskContext context) {
                return Mono.fromCallable(() -> HexFormat.of().formatHex(digest(parameters, task, context)));
            }
        };
    }

    private static byte[] digest(Parameters parameters, int task, TaskContext context) throws GeneralSecurityException {
        SplittableRandom random = new SplittableRandom(task);
        return switch (parameters.algorithm()) {
            case PBKDF2 -> {
                byte[] password = bytes(PASSWORD_BYTES, random);
                byte[] salt = bytes(SALT_BYTES, random);
                yield Pbkdf2.derive(password, salt, parameters.iterations(), context::checkpoint);
            }
            case SHA256 -> HashChain.digest(bytes(DATA_BYTES, random), parameters.iterations(), context::checkpoint);
        };
    }

    private static byte[] bytes(int count, SplittableRandom random) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
