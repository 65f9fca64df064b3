package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Health;
import dev.stowage.schema.diagnostic.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Says what lies behind what the engine says, everything once. */
final class Notices {

    /** Whatever ends sooner ended at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final Consumer<Diagnostic> reader;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** Containers of an architecture that the engine does not have: their early end is no news. */
    private final Set<ContainerId> strangers = ConcurrentHashMap.newKeySet();

    Notices(Consumer<Diagnostic> reader) {
        this.reader = reader;
    }

    /** About an error of a container. */
    void failed(Slot slot, ContainerError error) {
        slot.setup()
                .flatMap(it -> Explanation.of(error, it, slot.ports().bindings()))
                .ifPresent(this::say);
    }

    /** About an image that could not be had. */
    void failed(Slot slot, PullFailure failure) {
        slot.setup().map(it -> Explanation.absent(failure, it)).ifPresent(this::say);
    }

    /** About the image of a container. */
    void has(Slot slot, ImageFacts image, EngineFacts engine) {
        var setup = slot.setup().orElseThrow();
        var foreign = Explanation.architecture(setup, image.architecture(), engine.architecture());
        foreign.ifPresent(notice -> strangers.add(slot.id()));
        foreign.or(() -> Explanation.platform(
                        setup,
                        image.architecture(),
                        slot.booking().setup().platform().image()))
                .ifPresent(this::say);
    }

    /** About a container that was looked at. */
    void saw(Slot slot, ContainerSeen seen, InspectContainerResponse container) {
        if (seen.error().equals(Optional.of(ContainerError.outOfMemory()))) {
            slot.setup().map(Explanation::outOfMemory).ifPresent(this::say);
        } else if (seen.status() == ContainerStatus.STOPPED && !slot.isGivenUp()) {
            ended(slot, seen, container);
        } else if (seen.health() == Health.UNHEALTHY) {
            unhealthy(slot, container);
        }
    }

    private void ended(Slot slot, ContainerSeen seen, InspectContainerResponse container) {
        var started = time(container.getState().getStartedAt());
        var isLasting = slot.booking().service().isPresent();
        var isEarly = Duration.between(started, seen.at()).compareTo(AT_ONCE) < 0;
        if (isEarly && seen.exitCode().isPresent() && !strangers.contains(slot.id())) {
            slot.setup()
                    .flatMap(it -> Explanation.early(it, seen.exitCode().getAsInt(), isLasting))
                    .ifPresent(this::say);
        }
    }

    private static Instant time(String text) {
        return text == null ? Instant.EPOCH : Instant.parse(text);
    }

    private void unhealthy(Slot slot, InspectContainerResponse container) {
        var log = Optional.ofNullable(container.getState().getHealth()).map(it -> it.getLog());
        var last = log.filter(it -> !it.isEmpty()).map(it -> it.get(it.size() - 1));
        last.flatMap(it -> slot.setup()
                        .flatMap(setup ->
                                Explanation.unhealthy(setup, it.getExitCodeLong(), String.valueOf(it.getOutput()))))
                .ifPresent(this::say);
    }

    private void say(Diagnostic diagnostic) {
        if (said.add(diagnostic.rule() + " " + diagnostic.message())) {
            reader.accept(diagnostic);
        }
    }
}
