package io.fluxlab.cluster.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.activemq.artemis.core.journal.IOCompletion;
import org.apache.activemq.artemis.core.journal.LoaderCallback;
import org.apache.activemq.artemis.core.journal.PreparedTransactionInfo;
import org.apache.activemq.artemis.core.journal.RecordInfo;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.journal.impl.dataformat.ByteArrayEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The files of a journal, as Artemis writes them: records are synced many at a time, and what is deleted is compacted away.
 * Thread-safe.
 */
final class Disk implements AutoCloseable {

    /** No record is larger: Artemis gathers records in a buffer of twice the size. */
    static final int MOST_RECORD_BYTES = 256 * 1024;

    private static final int FILE_BYTES = 10 * 1024 * 1024;
    private static final int FILES = 2;
    private static final int COMPACT_FILES = 10;
    private static final int COMPACT_PERCENT = 30;
    private static final int BUFFER_BYTES = 2 * MOST_RECORD_BYTES;
    private static final int GATHER_NANOS = 3_000_000;

    /** So much may be on its way to the disk; then whoever writes waits. */
    private static final long MOST_WAITING_BYTES = 32L * 1024 * 1024;

    private final Path folder;
    private final JournalImpl files;
    private final Consumer<String> onFailure;
    private long waitingBytes;
    private @Nullable String failure;

    /** What was found at the start. */
    interface Found {

        /** A record was written. */
        void written(long id, byte type, byte[] record);

        /** A record that was written before was deleted. */
        void deleted(long id);
    }

    /**
     * Files that are not open yet.
     *
     * @param onFailure told once why nothing more can be written; on any thread
     */
    Disk(Path folder, Consumer<String> onFailure) {
        this.folder = folder;
        this.onFailure = onFailure;
        PlainFiles factory = new PlainFiles(
                folder,
                BUFFER_BYTES,
                GATHER_NANOS,
                (error, message, file) -> fail(error == null ? message : String.valueOf(error.getMessage())));
        this.files = new JournalImpl(
                FILE_BYTES, FILES, FILES, COMPACT_FILES, COMPACT_PERCENT, factory, "fluxlab-cluster", "journal", 1);
        files.setRemoveExtraFilesOnLoad(true);
    }

    /** Opens the files, and tells what is in them. */
    void load(Found found) throws IOException {
        try {
            files.start();
            files.load(new LoaderCallback() {
                @Override
                public void addRecord(RecordInfo info) {
                    found.written(info.id, info.userRecordType, info.data);
                }

                @Override
                public void updateRecord(RecordInfo info) {}

                @Override
                public void deleteRecord(long id) {
                    found.deleted(id);
                }

                @Override
                public void addPreparedTransaction(PreparedTransactionInfo transaction) {}

                @Override
                public void failedTransaction(long id, List<RecordInfo> records, List<RecordInfo> recordsToDelete) {}
            });
        } catch (Exception e) { // it is declared so
            close();
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
        if (failure() != null) {
            close();
            throw new IOException(failure());
        }
    }

    @Nullable
    synchronized String failure() {
        return failure;
    }

    private void fail(@Nullable String why) {
        String message = "the journal in %s can't be written: %s. Free some room there and start the coordinator again"
                .formatted(folder, why);
        synchronized (this) {
            if (failure != null) {
                return;
            }
            failure = message;
            notifyAll();
        }
        onFailure.accept(message);
    }

    /** Writes a record, and waits where too much is on its way; where the disk has failed, nothing. */
    void append(long id, byte type, byte[] record) {
        if (!await(record.length)) {
            return;
        }
        try {
            files.appendAddRecord(id, type, new ByteArrayEncoding(record), true, new Written(record.length));
        } catch (Exception e) { // it is declared so
            fail(e.getMessage());
        }
    }

    /** Has a record forgotten. */
    void delete(long id) {
        if (failure() == null) {
            try {
                files.appendDeleteRecord(id, false);
            } catch (Exception e) { // it is declared so
                fail(e.getMessage());
            }
        }
    }

    private synchronized boolean await(int bytes) {
        try {
            while (failure == null && waitingBytes > MOST_WAITING_BYTES) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        waitingBytes += bytes;
        return failure == null;
    }

    private synchronized void written(int bytes) {
        waitingBytes -= bytes;
        notifyAll();
    }

    @Override
    public void close() {
        try {
            files.stop();
        } catch (Exception e) { // it is declared so; what was to be written was synced, or is lost with its failure
            return;
        }
    }

    /** Hears what became of a record. */
    private final class Written implements IOCompletion {

        private final int bytes;

        private Written(int bytes) {
            this.bytes = bytes;
        }

        @Override
        public void done() {
            written(bytes);
        }

        @Override
        public void onError(int code, String message) {
            written(bytes);
            fail(message);
        }

        @Override
        public void storeLineUp() {}
    }
}
