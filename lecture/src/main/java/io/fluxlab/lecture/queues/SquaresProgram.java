package io.fluxlab.lecture.queues;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.Optional;

/**
 * The lecture's program (Потокобезопасная очередь), statement by statement: one thread reads numbers and puts them into a
 * queue, another one writes their squares until it gets something that is no number. The first puts {@code stop} at the
 * end of each line, so that nobody gets the items of a second line, and the program waits for ever; here, for as long as
 * it has patience. Used by one thread, but for the worker's part.
 */
final class SquaresProgram {

    private final JoinableQueue<String> queue = new JoinableQueue<>(QueueOrder.FIFO, 0);
    private final SquareFiles files;
    private final Patience patience;

    /** The worker waits for as long as the program does, and is told to end with it: its own limit is never the first. */
    private final Patience longer;

    private volatile String workerError = "";

    SquaresProgram(SquareFiles files, Patience patience) {
        this.files = files;
        this.patience = patience;
        this.longer = new Patience(patience.limit().multipliedBy(2).plus(Patience.DEFAULT.limit()));
    }

    /** Runs to the end, or to the first wait that takes too long. */
    Written run() throws IOException, InterruptedException {
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            Thread worker = threads.start("squares-worker", this::work);
            String stuckIn = readAndPut().orElse("");
            if (stuckIn.isEmpty() && !worker.join(patience.limit())) {
                stuckIn = "t.join()";
            }
            int unfinished = queue.unfinished();
            threads.dismiss();
            threads.join(Patience.DEFAULT);
            return files.written(stuckIn, unfinished, workerError);
        }
    }

    /** The main thread's part; the call that it got stuck in. */
    private Optional<String> readAndPut() throws IOException, InterruptedException {
        try (BufferedReader infile = files.reader()) {
            for (String line = infile.readLine(); line != null; line = infile.readLine()) {
                for (String each : PythonText.split(line)) {
                    if (PythonText.isDigit(each) && !putAndJoin(each)) {
                        return Optional.of("q.join()");
                    }
                }
                if (!putAndJoin("stop")) {
                    return Optional.of("q.join()");
                }
            }
        }
        return Optional.empty();
    }

    private boolean putAndJoin(String item) throws InterruptedException {
        queue.put(item, patience);
        return queue.join(patience);
    }

    // tag::worker[]
    /** The worker's part. An error ends it, as in Python, with the file written so far and the item not done. */
    private void work() throws IOException, InterruptedException {
        try (BufferedWriter outfile = files.writer()) {
            String item = "0";
            while (PythonText.isDigit(item)) {
                item = queue.get(longer);
                outfile.write("start");
                if (PythonText.isDigit(item)) {
                    outfile.write(" " + PythonText.square(item) + " ");
                }
                outfile.write("finish\n");
                queue.taskDone();
            }
        } catch (NumberFormatException e) {
            workerError = "ValueError: " + e.getMessage();
        }
    }
    // end::worker[]
}
