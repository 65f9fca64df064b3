package dev.stowage.local.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run of a task has otherwise than its task definition.
 *
 * @param containers what each container has otherwise
 * @param cpu CPU units of the task
 * @param memory MiB of the task
 * @param taskRole the ARN of the task role
 * @param executionRole the ARN of the execution role
 */
public record Overrides(
        List<OfContainer> containers,
        Optional<Integer> cpu,
        Optional<Integer> memory,
        Optional<String> taskRole,
        Optional<String> executionRole) {

    /** Nothing otherwise. */
    public static final Overrides NONE =
            new Overrides(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What one container has otherwise.
     *
     * @param container its name
     * @param command its arguments; empty for those of the definition
     * @param environment variables over those of the definition
     * @param cpu CPU units
     * @param memory MiB that it is ended for exceeding
     * @param reserved MiB that are kept for it
     */
    public record OfContainer(
            String container,
            List<String> command,
            Map<String, String> environment,
            Optional<Integer> cpu,
            Optional<Integer> memory,
            Optional<Integer> reserved) {

        /** Overrides that cannot be changed from outside. */
        public OfContainer {
            command = List.copyOf(command);
            environment = Ordered.copy(environment);
        }

        /** Another command and further variables. */
        public static OfContainer of(String container, List<String> command, Map<String, String> environment) {
            return new OfContainer(
                    container, command, environment, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private ContainerSetup on(ContainerSetup setup) {
            var own = setup.limits();
            var limits = new Limits(
                    cpu.orElse(own.cpu()),
                    memory.or(own::memory),
                    reserved.or(own::reserved),
                    own.shared(),
                    own.swap(),
                    own.swappiness(),
                    own.ulimits(),
                    own.gpus());
            var arguments =
                    command.isEmpty() ? setup.command() : setup.command().with(command);
            return setup.with(arguments)
                    .with(setup.environment().with(environment))
                    .with(limits);
        }
    }

    /** Overrides that cannot be changed from outside. */
    public Overrides {
        containers = List.copyOf(containers);
    }

    /** Overrides of these containers alone. */
    public static Overrides of(OfContainer... containers) {
        return new Overrides(
                List.of(containers), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    ContainerSetup of(ContainerSetup setup) {
        var changed = setup;
        for (var one : containers) {
            changed = one.container().equals(setup.name()) ? one.on(changed) : changed;
        }
        return changed;
    }

    TaskSize of(TaskSize size) {
        return new TaskSize(cpu.or(size::cpu), memory.or(size::memory), size.disk());
    }

    Roles of(Roles roles) {
        return new Roles(taskRole.or(roles::task), executionRole.or(roles::execution));
    }
}
