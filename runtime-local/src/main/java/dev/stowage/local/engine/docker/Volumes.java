package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.stack.VolumeSetup;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.TaskId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The volumes of the tasks of a run. Kind by kind: section 3.3 of the specification. */
final class Volumes {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Docker docker;
    private final RunId run;

    Volumes(Docker docker, RunId run) {
        this.docker = docker;
        this.run = run;
    }

    /** A volume could not be had: the error that ECS's agent would show. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Failure(String message) {
            super(message);
        }

        ContainerError error() {
            return new ContainerError("VolumeError", String.valueOf(getMessage()));
        }
    }

    /**
     * Has all volumes of a task be there; where each lies, by its name in the task definition.
     *
     * @throws Failure if one of them has to be there and is not
     */
    Map<String, String> ensure(TaskId task, Booking booking) {
        var sources = new LinkedHashMap<String, String>();
        for (var volume : booking.setup().volumes()) {
            sources.put(volume.name(), ensure(task, booking, volume));
        }
        return sources;
    }

    private String ensure(TaskId task, Booking booking, VolumeSetup volume) {
        if (volume instanceof VolumeSetup.HostFolder folder) {
            return folder.path();
        }
        if (volume instanceof VolumeSetup.DockerVolume asked && asked.shared()) {
            return shared(asked);
        }
        if (volume instanceof VolumeSetup.FileSystem system) {
            return create(fileSystemName(system), "local", Map.of(), Labels.of(run));
        }
        var name = TaskNames.volume(run, booking.setup().definition(), task, volume.name());
        var labels = new LinkedHashMap<String, String>();
        var driver = "local";
        var options = Map.<String, String>of();
        if (volume instanceof VolumeSetup.DockerVolume asked) {
            labels.putAll(asked.labels());
            driver = asked.driver().isEmpty() ? driver : asked.driver();
            options = asked.options();
        }
        labels.putAll(Labels.of(run));
        if (!(volume instanceof VolumeSetup.Disk disk && disk.kept())) {
            labels.put(Labels.TASK, task.value());
        }
        return create(name, driver, options, labels);
    }

    /** Every folder and every access point of a file system is a volume of its own. */
    private String fileSystemName(VolumeSetup.FileSystem system) {
        var place = system.folder() + "|" + system.accessPoint();
        var isWhole = place.equals("/|");
        return "efs-" + system.fileSystem() + (isWhole ? "" : "-" + TaskNames.hash(place)) + "-" + run;
    }

    private String shared(VolumeSetup.DockerVolume asked) {
        if (asked.provisioned()) {
            return create(asked.name(), asked.driver(), asked.options(), asked.labels());
        }
        try {
            return client().inspectVolumeCmd(asked.name()).exec().getName();
        } catch (NotFoundException absent) {
            throw new Failure("volume detection failed, volume '" + asked.name()
                    + "' does not exist and autoprovision is set to false");
        }
    }

    /** To create what is there already changes nothing. */
    String create(String name, String driver, Map<String, String> options, Map<String, String> labels) {
        return client().createVolumeCmd()
                .withName(name)
                .withDriver(driver.isEmpty() ? "local" : driver)
                .withDriverOpts(options)
                .withLabels(labels)
                .exec()
                .getName();
    }

    /** Where a volume lies on the machine of the engine. */
    String folder(String name) {
        return client().inspectVolumeCmd(name).exec().getMountpoint();
    }

    /** Removes what came with a task. */
    void remove(TaskId task) {
        removeAll(Labels.TASK + "=" + task);
    }

    /** Removes everything of the run. */
    void removeAll() {
        removeAll(Labels.RUN + "=" + run);
    }

    private void removeAll(String label) {
        for (var volume : labelled(client(), List.of(label, Labels.RUN + "=" + run))) {
            try {
                client().removeVolumeCmd(volume.getName()).exec();
            } catch (NotFoundException gone) {
                // Somebody was faster.
            }
        }
    }

    /** The volumes that have all these labels. */
    static List<InspectVolumeResponse> labelled(DockerClient client, List<String> labels) {
        var found = client.listVolumesCmd().withFilter("label", labels).exec().getVolumes();
        return Optional.ofNullable(found).orElse(List.of());
    }

    private DockerClient client() {
        return docker.within(PATIENCE);
    }
}
