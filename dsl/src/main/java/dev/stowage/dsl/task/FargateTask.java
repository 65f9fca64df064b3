package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.fargate.FargatePair;
import dev.stowage.dsl.fargate.FargateSize;
import dev.stowage.dsl.fargate.WindowsFargateSize;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A task that runs on Fargate: a size, and the containers that share it. */
@ValueStyle
@Value.Immutable
@SuppressWarnings("immutables:from") // its builder is never used: words copy
public sealed interface FargateTask extends Task, TaskWords<FargateTask> permits ImmutableFargateTask {

    /** A size that still wants its first container. */
    interface Sized {

        /** The task of this size with this container. */
        FargateTask container(Container first);
    }

    /** Begins a task of this size, on Linux. */
    static Sized sized(FargateSize size) {
        return new Begun(Particulars.of("task", "task", "sized"), size, Optional.empty());
    }

    /** Begins a task of this size, on Windows Server 2022 Core. */
    static Sized windows(WindowsFargateSize size) {
        return windows(size, WindowsServer.CORE_2022);
    }

    /** Begins a task of this size, on this version of Windows Server. */
    static Sized windows(WindowsFargateSize size, WindowsServer version) {
        return new Begun(Particulars.of("task", "task", "windows"), (FargatePair) size, Optional.of(version));
    }

    /** Adds a container. */
    default FargateTask container(Container next) {
        var more = new ArrayList<>(containers());
        more.add(next);
        return said("container").withContainers(more);
    }

    @Override
    default FargateTask arm() {
        return said("arm").withArchitecture(Architecture.ARM64);
    }

    @Override
    default FargateTask family(String name) {
        return said("family").withFamily(name);
    }

    /** Gives each copy a disk of so many GiB, from 21 to 200; left out, it has 20. */
    default FargateTask ephemeralStorage(int gib) {
        return said("ephemeralStorage").withEphemeralStorage(gib);
    }

    /** Lets its containers see each other's processes. */
    default FargateTask sharedProcesses() {
        return said("sharedProcesses").withHasSharedProcesses(true);
    }

    /** Lets the Fault Injection Service disturb its network and let it run out of things. */
    default FargateTask faultInjection() {
        return said("faultInjection").withIsFaultInjected(true);
    }

    /**
     * The same task for one run: only its main container is essential, the first that was, so that the task ends with it.
     *
     * @param command what the main container runs; empty for its own command
     * @param size how much the task has; empty for as much as it had
     */
    default FargateTask once(List<String> command, Optional<FargateSize> size) {
        var all = new ArrayList<Container>(containers().size());
        var hasMain = false;
        for (var container : containers()) {
            var isMain = !hasMain && container.spec().isEssential();
            hasMain = hasMain || isMain;
            all.add(container.being(
                    isMain
                            ? container.spec().running(command)
                            : container.spec().beside()));
        }
        return ImmutableFargateTask.copyOf(this).withContainers(all).withSize(size.orElse(size()));
    }

    private ImmutableFargateTask said(String word) {
        return ImmutableFargateTask.copyOf(this).withParticulars(particulars().said(word));
    }

    @Override
    Particulars particulars();

    @Override
    default FargateTask particulars(Particulars particulars) {
        return ImmutableFargateTask.copyOf(this).withParticulars(particulars);
    }

    @Override
    default <T extends Thing> Thing refined(Class<T> type, UnaryOperator<T> habit) {
        var refined = new ArrayList<Container>(containers().size());
        var differs = false;
        for (var container : containers()) {
            var after = (Container) container.refined(type, habit);
            differs |= after != container;
            refined.add(after);
        }
        var task = differs ? ImmutableFargateTask.copyOf(this).withContainers(refined) : this;
        return type.isInstance(task) ? habit.apply(type.cast(task)) : task;
    }

    /** Its CPU and memory. */
    FargateSize size();

    /** Whether it runs on Windows. */
    default boolean isWindows() {
        return windows().isPresent();
    }

    /** The version of Windows that it runs on. */
    Optional<WindowsServer> windows();

    /** Whether its containers see each other's processes. */
    @Value.Default
    default boolean hasSharedProcesses() {
        return false;
    }

    /** Whether faults may be injected into it. */
    @Value.Default
    default boolean isFaultInjected() {
        return false;
    }

    @Override
    List<Container> containers();

    /** The processors that it is made for. */
    @Value.Default
    default Architecture architecture() {
        return Architecture.X86_64;
    }

    /** The family it goes by. */
    Optional<String> family();

    /** The GiB of its disk, where they were said. */
    OptionalInt ephemeralStorage();
}
