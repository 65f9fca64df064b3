package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.task.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds what runs left on an engine by its labels, and removes it; also what a process left that was killed. */
public final class Sweep {

    /** So many containers are removed at once. */
    private static final int AT_ONCE = 8;

    private final Docker docker;

    private Sweep(Docker docker) {
        this.docker = docker;
    }

    /** What is left on that engine. */
    public static Sweep of(Docker docker) {
        return new Sweep(docker);
    }

    /** The runs that have something on the engine. */
    public Set<RunId> runs() {
        return runs(labels -> true);
    }

    /** Those of them that this user of this machine started. */
    public Set<RunId> ownRuns() {
        return runs(labels -> Labels.user().equals(labels.get(Labels.USER)));
    }

    private Set<RunId> runs(Predicate<Map<String, String>> wanted) {
        var found = new ArrayList<Map<String, String>>();
        client().listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(Labels.RUN))
                .exec()
                .forEach(one -> found.add(one.getLabels()));
        client().listNetworksCmd()
                .withFilter("label", List.of(Labels.RUN))
                .exec()
                .forEach(one -> found.add(one.getLabels()));
        Volumes.labelled(client(), List.of(Labels.RUN)).forEach(one -> found.add(one.getLabels()));
        return found.stream()
                .filter(wanted)
                .map(labels -> labels.get(Labels.RUN))
                .sorted()
                .map(RunId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Removes everything of a run, and what runs share where it was the last one. */
    public void remove(RunId run) {
        removeContainers(List.of(Labels.RUN + "=" + run));
        new Volumes(docker, run).removeAll();
        Networks.of(docker, AddressPool.STANDARD).remove(run);
        removeImages(Labels.RUN + "=" + run);
        if (runs().isEmpty()) {
            removeImages(Labels.IMAGE);
        }
    }

    /** Removes what a task of a run has. */
    void remove(RunId run, TaskId task) {
        removeContainers(List.of(Labels.RUN + "=" + run, Labels.TASK + "=" + task));
        new Volumes(docker, run).remove(task);
    }

    private void removeContainers(List<String> labels) {
        var found = client().listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(labels)
                .exec();
        var workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            // The control groups of a task lie in that of its pause container, whose own is only removed while it is
            // empty.
            removeContainers(found, one -> !isPause(one), workers);
            removeContainers(found, Sweep::isPause, workers);
        } finally {
            workers.shutdown();
        }
    }

    private static boolean isPause(Container container) {
        return Labels.PAUSE.equals(container.getLabels().get(Labels.ROLE));
    }

    private void removeContainers(List<Container> found, Predicate<Container> which, Executor workers) {
        var removals = found.stream()
                .filter(which)
                .map(one -> CompletableFuture.runAsync(() -> removeContainer(one.getId()), workers))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(removals).join();
    }

    private void removeContainer(String id) {
        try {
            client().removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException gone) {
            // It is gone, or about to go.
        }
    }

    private void removeImages(String label) {
        for (var image : client().listImagesCmd().withLabelFilter(label).exec()) {
            try {
                client().removeImageCmd(image.getId()).withForce(true).exec();
            } catch (NotFoundException | ConflictException used) {
                // A run began meanwhile, or another process was faster.
            }
        }
    }

    private DockerClient client() {
        return docker.within(Patience.REMOVE);
    }
}
