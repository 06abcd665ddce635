package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.broker.Broker;
import io.fluxlab.cluster.broker.Departures;
import io.fluxlab.cluster.broker.EntryLimits;
import io.fluxlab.cluster.broker.Refusals;
import io.fluxlab.cluster.journal.RunJournal;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Link;
import io.fluxlab.cluster.link.Queues;
import io.fluxlab.cluster.message.Answer;
import io.fluxlab.cluster.message.Ask;
import io.fluxlab.cluster.message.Beat;
import io.fluxlab.cluster.message.Build;
import io.fluxlab.cluster.message.FrameReader;
import io.fluxlab.cluster.message.Hello;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.MemberState;
import io.fluxlab.cluster.message.Ping;
import io.fluxlab.cluster.message.RunAt;
import io.fluxlab.cluster.message.Told;
import io.fluxlab.cluster.message.Used;
import io.fluxlab.loop.LabThreads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A broker and those who have joined it: hears what they say, and tells the runs that it is for. Thread-safe. Whoever opens
 * it closes it.
 */
public final class Coordinator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Coordinator.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Members members = new Members();
    private final Map<Long, RunInbox> runs = new ConcurrentHashMap<>();
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();
    private final Build build = Build.here();
    private final Refusals refusals = new Refusals();
    private final Duration patience;
    private final Scheduler clock = Schedulers.newSingle(LabThreads.name("cluster-clock"), true);
    private final Broker broker;
    private final Link link;
    private final ClientSession sending;
    private final ClientProducer producer;
    private final @Nullable RunJournal journal;
    private volatile boolean closed;

    private Coordinator(Access access, EntryLimits limits, Duration patience, @Nullable RunJournal journal)
            throws ActiveMQException {
        this.patience = patience;
        this.journal = journal;
        this.broker = Broker.open(access, limits, new Departures(this::gone), refusals);
        try {
            this.link = broker.inside();
            this.sending = link.session();
            this.producer = sending.createProducer();
            ClientSession receiving = link.session();
            receiving.createConsumer(Queues.RESULTS).setMessageHandler(this::received);
            receiving.start();
            Flux.interval(LOOK, clock).onBackpressureDrop().subscribe(tick -> look(), error -> {});
        } catch (ActiveMQException e) {
            clock.dispose();
            broker.close();
            throw e;
        }
    }

    /**
     * Starts a coordinator; blocks until it listens.
     *
     * @param access where, and who gets in
     * @param patience how long a member may stay silent before it counts as lost
     */
    public static Coordinator open(Access access, Duration patience) throws ActiveMQException {
        return new Coordinator(access, EntryLimits.DEFAULT, patience, null);
    }

    /**
     * Starts a coordinator; blocks until it listens.
     *
     * @param access where, and who gets in
     * @param limits how many may be connected
     * @param patience how long a member may stay silent before it counts as lost
     * @param journal where it writes down what is to last, if anywhere; it is closed at its end
     */
    public static Coordinator open(Access access, EntryLimits limits, Duration patience, Optional<RunJournal> journal)
            throws ActiveMQException {
        return new Coordinator(access, limits, patience, journal.orElse(null));
    }

    /** Where it writes down what is to last. */
    public Optional<RunJournal> journal() {
        return Optional.ofNullable(journal);
    }

    /** How workers get in. */
    public Access access() {
        return broker.access();
    }

    /** Who has joined. */
    public List<MemberState> members() {
        return members.states();
    }

    /** How many tasks can run at once at those who have joined. */
    public int lanes() {
        return members.lanes();
    }

    /** Who was not let in. */
    public Refusals refusals() {
        return refusals;
    }

    /** Gives a member no more groups, and lets it go when it has none; whether there is such a member. */
    public boolean drain(String member) {
        boolean found = members.drain(member);
        letGo();
        return found;
    }

    Members all() {
        return members;
    }

    /** The number of a new run, or of a new group. */
    long newNumber() {
        return numbers.incrementAndGet();
    }

    void register(long run, RunInbox inbox) {
        runs.put(run, inbox);
    }

    void unregister(long run) {
        runs.remove(run);
    }

    void tell(String member, Letter letter) {
        send(Queues.control(member), letter);
    }

    void free(long run, LaneOf lane) {
        members.free(run, lane);
        letGo();
        runs.values().forEach(RunInbox::roomAt);
    }

    /** Sends a letter; of how many bytes, 0 where it could not be sent. */
    synchronized int send(String queue, Letter letter) {
        try {
            return closed ? 0 : Link.send(sending, producer, queue, false, letter.bytes());
        } catch (ActiveMQException e) {
            return 0; // the member has gone, or the coordinator is going: both are known
        }
    }

    private void received(ClientMessage message) {
        try {
            Letter letter = Letter.of(Link.read(message));
            message.acknowledge();
            hear(letter, Link.size(message));
        } catch (ActiveMQException e) {
            return; // closed meanwhile
        }
    }

    private void hear(Letter letter, int bytes) {
        switch (letter.kind()) {
            case HELLO -> hello(letter.read(Hello.class));
            case OPENED -> opened(letter.read(RunAt.class), bytes);
            case NOT_OPENED -> {
                Told why = letter.read(Told.class);
                inbox(why.run(), bytes).ifPresent(each -> each.notOpened(why));
            }
            case CLOSED -> closed(letter.read(RunAt.class), bytes);
            case FRAME -> {
                FrameReader frame = new FrameReader(letter);
                inbox(frame.run(), bytes).ifPresent(each -> each.frame(frame));
            }
            case USED -> {
                Used use = letter.read(Used.class);
                inbox(use.run(), bytes).ifPresent(each -> each.used(use, true));
            }
            case BEAT -> beat(letter.read(Beat.class));
            case ASK -> answer(letter.read(Ask.class));
            case PONG -> {
                Ping ping = letter.read(Ping.class);
                inbox(ping.run()).ifPresent(each -> each.traffic().pong(ping));
            }
            case WELCOME, REFUSED, OPEN, CLOSE, GROUP, CREDIT, CANCEL, USE, DRAIN, ANSWER, PING ->
                throw new IllegalStateException("not for a coordinator: " + letter.kind());
        }
    }

    private Optional<RunInbox> inbox(long run) {
        return Optional.ofNullable(runs.get(run));
    }

    /** The run that a message of so many bytes is for. */
    private Optional<RunInbox> inbox(long run, int bytes) {
        Optional<RunInbox> found = inbox(run);
        found.ifPresent(each -> each.traffic().received(bytes));
        return found;
    }

    private void hello(Hello hello) {
        Optional<String> refusal = build.refusal(hello.build());
        if (refusal.isPresent()) {
            refusals.add(Refusals.Cause.OTHER_VERSION, "worker " + hello.member(), refusal.get());
            String message = "worker %s is refused: %s".formatted(hello.member(), refusal.get());
            tell(hello.member(), Letter.of(Kind.REFUSED, new Told(0, hello.member(), "other-version", message)));
            return;
        }
        members.join(hello);
        LOG.info("worker {} has joined, with {} lanes", hello.member(), hello.lanes());
        tell(hello.member(), Letter.of(Kind.WELCOME));
        runs.values().forEach(RunInbox::roomAt);
    }

    private void opened(RunAt at, int bytes) {
        Optional<RunInbox> run = inbox(at.run(), bytes);
        run.ifPresentOrElse(
                each -> each.opened(at.member()),
                () -> tell(at.member(), Letter.of(Kind.CLOSE, at))); // it has ended meanwhile
    }

    private void closed(RunAt at, int bytes) {
        members.free(at.run(), at.member());
        inbox(at.run(), bytes).ifPresent(each -> each.closed(at.member()));
        letGo();
        runs.values().forEach(RunInbox::roomAt);
    }

    private void beat(Beat beat) {
        members.heard(beat.member());
        for (Used use : beat.uses()) {
            @Nullable RunInbox run = runs.get(use.run());
            if (run == null) {
                tell(beat.member(), Letter.of(Kind.CLOSE, new RunAt(use.run(), beat.member())));
            } else {
                run.used(use, false);
            }
        }
        beat.tasks().forEach(each -> inbox(each.run()).ifPresent(run -> run.progress(each)));
    }

    private void answer(Ask question) {
        String drain = question.drain();
        boolean found = drain == null || drain(drain);
        tell(question.asker(), Letter.of(Kind.ANSWER, new Answer(members.states(), found)));
    }

    private void look() {
        for (Member silent : members.silentFor(patience.toNanos())) {
            lost(silent.name(), "did not answer for %d ms".formatted(patience.toMillis()));
            clock.schedule(() -> removeQueues(silent));
        }
    }

    private void letGo() {
        for (Member drained : members.drained()) {
            leaving.add(drained.name());
            tell(drained.name(), Letter.of(Kind.DRAIN));
        }
    }

    /** Its connection has ended, and with it all that was the connection's: its queues, too. */
    private void gone(String name) {
        lost(name, "its connection has ended");
    }

    private void lost(String name, String how) {
        Optional<Member> left = members.leave(name);
        if (left.isEmpty() || closed) {
            return;
        }
        String what = "worker %s %s".formatted(name, how);
        LOG.atLevel(leaving.remove(name) ? Level.INFO : Level.WARN).log("{}", what);
        runs.values().forEach(each -> each.lost(name, what));
    }

    private void removeQueues(Member member) {
        broker.remove(Queues.control(member.name()));
        for (int lane = 1; lane <= member.hello().lanes(); lane++) {
            broker.remove(Queues.work(member.name(), lane));
        }
    }

    @Override
    public void close() {
        closed = true;
        clock.dispose();
        link.close();
        broker.close();
        journal().ifPresent(RunJournal::close);
    }
}
