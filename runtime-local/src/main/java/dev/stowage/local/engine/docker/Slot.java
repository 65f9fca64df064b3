package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One container of a task, from its first order on: how Docker calls it, and what was told of it last. */
final class Slot {

    private final ContainerId id;
    private final Booking booking;

    /** Held while Docker makes, starts, stops or removes the container, so that orders come one after the other. */
    final ReentrantLock work = new ReentrantLock(true);

    private ContainerSeen last;
    private Optional<String> docker = Optional.empty();
    private PortPlan ports = PortPlan.NONE;
    private int launched;
    private boolean missed;
    private boolean givenUp;

    Slot(ContainerId id, Booking booking, Instant now) {
        this(id, booking, 1, now);
    }

    /** A container whose start was asked for so many times by now. */
    Slot(ContainerId id, Booking booking, int run, Instant now) {
        this.id = id;
        this.booking = booking;
        this.last = ContainerSeen.at(id, run, ContainerStatus.NONE, now);
    }

    ContainerId id() {
        return id;
    }

    Booking booking() {
        return booking;
    }

    /** How it is made; empty for the pause container. */
    Optional<ContainerSetup> setup() {
        return booking.setup().container(id.name());
    }

    /** The status in which it stays until its end. */
    ContainerStatus steady() {
        return booking.setup().definition().containers().stream()
                .filter(one -> one.name().equals(id.name()))
                .map(ContainerDefinition::steady)
                .findFirst()
                .orElse(ContainerStatus.RUNNING);
    }

    synchronized int run() {
        return last.run();
    }

    synchronized ContainerSeen last() {
        return last;
    }

    synchronized void saw(ContainerSeen seen) {
        if (seen.run() >= last.run()) {
            last = seen;
        }
    }

    synchronized Optional<String> docker() {
        return docker;
    }

    synchronized void made(String dockerId) {
        docker = Optional.of(dockerId);
    }

    synchronized void unmade() {
        docker = Optional.empty();
    }

    /**
     * Its process was started for the run of that number: what the engine says of it is about this run from now on.
     *
     * @return whether something happened to it meanwhile, which nobody has looked at
     */
    synchronized boolean launched(int number) {
        launched = number;
        var happened = missed;
        missed = false;
        return happened;
    }

    /** Something happened to it while its start was under way. */
    synchronized void missed() {
        missed = true;
    }

    /** Whether what the engine says of it is about the run that was asked for last. */
    synchronized boolean isLaunched() {
        return launched == last.run();
    }

    synchronized PortPlan ports() {
        return ports;
    }

    synchronized void bind(PortPlan plan) {
        ports = plan;
    }

    /** Nobody wants it any more. */
    synchronized void giveUp() {
        givenUp = true;
    }

    synchronized boolean isGivenUp() {
        return givenUp;
    }
}
