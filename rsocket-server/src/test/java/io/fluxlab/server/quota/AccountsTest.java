package io.fluxlab.server.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.identity.Principal;
import io.fluxlab.server.identity.Role;
import io.fluxlab.server.transport.Door;
import io.fluxlab.server.transport.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class AccountsTest {

    private static final Quota QUOTA = new Quota(2, 1, 4, Duration.ofSeconds(10));

    private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();
    private final Accounts accounts =
            new Accounts(Sharing.free().withQuotas(QUOTA, QUOTA.withRuns(2).withStreams(3)), clock);

    @AfterEach
    void dispose() {
        clock.dispose();
    }

    private static Caller from(String host) {
        return new Caller(Principal.ANYBODY, new Peer(Door.TCP, host, 1));
    }

    private static Caller named(String name, String host) {
        return new Caller(new Principal(name, Role.RUNNER), new Peer(Door.TCP, host, 1));
    }

    private static void assertRefused(Runnable request, String message) {
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(request::run)
                .withMessage(message)
                .extracting(RejectedRequestException::code)
                .isEqualTo("quota-exceeded");
    }

    @Test
    void aPrincipalHasOneQuotaWhereverItComesFrom() {
        accounts.takeRun(named("ana", "192.0.2.1"));
        assertRefused(
                () -> accounts.takeRun(named("ana", "192.0.2.2")),
                "runs of principal ana must be at most 1, was 2; it is free when one of them ends");
        accounts.takeRun(named("bob", "192.0.2.2"));
    }

    @Test
    void anAddressHasOneQuotaWhoeverComesFromThere() {
        accounts.takeRun(named("ana", "192.0.2.1"));
        accounts.takeRun(named("bob", "192.0.2.1"));
        assertRefused(
                () -> accounts.takeRun(named("eve", "192.0.2.1")),
                "runs of address 192.0.2.1 must be at most 2, was 3; it is free when one of them ends");
        accounts.giveBackRun(named("bob", "192.0.2.1"), 0);
        accounts.takeRun(named("eve", "192.0.2.1"));
    }

    @Test
    void childProcessesOfAllRunsOfOnePrincipalCountTogether() {
        Caller here = named("ana", "192.0.2.1");
        Caller there = named("ana", "192.0.2.2");
        accounts.takeProcesses(here, 3);
        assertRefused(
                () -> accounts.takeProcesses(there, 2),
                "processes of principal ana must be at most 4, was 5; some are free when a run ends, or ask for fewer");
        accounts.takeProcesses(there, 1);
        assertThat(accounts.hasRoomForProcesses(there, 1)).isFalse();
        accounts.giveBackRun(here, 3);
        accounts.takeProcesses(there, 3);
    }

    @Test
    void addressesOfOneNetworkAreOne() {
        accounts.takeStream(from("2001:db8:1:2:0:0:0:1"));
        accounts.takeStream(from("2001:db8:1:2:ffff:0:0:2"));
        accounts.takeStream(from("2001:db8:1:2:0:0:0:3"));
        assertRefused(
                () -> accounts.takeStream(from("2001:db8:1:2:0:0:0:4")),
                "streams of address 2001:db8:1:2::/64 must be at most 3, was 4; it is free when one of them ends");
        accounts.takeStream(from("2001:db8:1:3:0:0:0:1"));
    }

    @Test
    void whatIsRefusedCountsNowhere() {
        accounts.takeRun(named("ana", "192.0.2.1"));
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(RejectedRequestException.class)
                    .isThrownBy(() -> accounts.takeRun(named("ana", "192.0.2.2")));
        }
        accounts.takeRun(named("bob", "192.0.2.2"));
    }

    @Test
    void cpuTimeThatIsUsedUpComesBackAnHourLater() {
        Caller ana = named("ana", "192.0.2.1");
        accounts.charge(ana, Duration.ofSeconds(11).toNanos());
        assertRefused(
                () -> accounts.takeRun(ana),
                "cpuSecondsPerHour of address 192.0.2.1 must be at most 10, was 12; it is free in 3601 s");
        clock.advanceTimeBy(Duration.ofHours(1));
        assertThatCode(() -> accounts.takeRun(ana)).doesNotThrowAnyException();
    }

    @Test
    void addressesWithoutEndTakeNoMemoryAndDoNotHideWhoUsesMuch() {
        Caller heavy = from("192.0.2.1");
        accounts.charge(heavy, Duration.ofSeconds(11).toNanos());
        for (int i = 0; i < 20_000; i++) {
            Caller light = from("10.0.%d.%d".formatted(i / 250, i % 250));
            accounts.takeRun(light);
            accounts.charge(light, 1_000_000);
            accounts.giveBackRun(light, 0);
        }
        assertThat(accounts.count()).isLessThanOrEqualTo(4097);
        assertThatExceptionOfType(RejectedRequestException.class).isThrownBy(() -> accounts.takeRun(heavy));
    }

    @Test
    void whoHasUsedNothingIsForgottenAtOnce() {
        accounts.takeStream(from("192.0.2.1"));
        accounts.giveBackStream(from("192.0.2.1"));
        assertThat(accounts.count()).isZero();
    }

    @Test
    void cpuTimeIsDividedAmongTheRunsThatGoOn() {
        AtomicLong cpu = new AtomicLong(5_000);
        CpuMeter meter = new CpuMeter(accounts, clock, cpu::get);
        Caller one = from("192.0.2.1");
        Caller other = from("192.0.2.2");
        meter.started(one);
        cpu.addAndGet(Duration.ofSeconds(4).toNanos());
        meter.started(other);
        cpu.addAndGet(Duration.ofSeconds(12).toNanos());
        clock.advanceTimeBy(Duration.ofSeconds(1));
        assertThatExceptionOfType(RejectedRequestException.class)
                .as("4 s alone and 6 s of 12")
                .isThrownBy(() -> accounts.takeRun(one));
        accounts.takeRun(other);
        List.of(one, other).forEach(meter::ended);
        cpu.addAndGet(Duration.ofHours(1).toNanos());
        clock.advanceTimeBy(Duration.ofSeconds(10));
        accounts.takeRun(other);
    }

    @Test
    void whatARunUsesOfCpusElsewhereIsItsCallersAlone() {
        Sharing sharing = Sharing.free().withQuotas(QUOTA, Quota.NONE);
        Quotas quotas = new Quotas(sharing, 10, clock, clock);
        Caller ana = named("ana", "192.0.2.1");
        Quotas.Stay run = quotas.enter(ana, this, Optional.empty());
        run.used(Duration.ofSeconds(11).toNanos());
        run.end();
        assertRefused(
                () -> quotas.enter(ana, this, Optional.empty()),
                "cpuSecondsPerHour of principal ana must be at most 10, was 12; it is free in 3601 s");
        quotas.enter(named("bob", "192.0.2.1"), this, Optional.empty()).end();
    }
}
