package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Words;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.task.ContainerSpec.Dependency;
import dev.stowage.dsl.task.ContainerSpec.SecretVariable;
import dev.stowage.dsl.task.ContainerSpec.Variable;
import dev.stowage.schema.expression.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of all containers.
 *
 * @param <S> the container itself
 */
public sealed interface ContainerWords<S extends ContainerWords<S>> extends AnyContainer, Words<S> permits Container {

    /** The same container, being something else. */
    S being(ContainerSpec spec);

    /** Listens at this port. */
    default S port(Port port) {
        return being(said("port " + port.number()).withPorts(plus(spec().ports(), port)));
    }

    /** Sets an environment variable; the last word about a name counts. */
    default S env(String name, String value) {
        return env(name, Text.text(value));
    }

    /** Sets an environment variable; the last word about a name counts. */
    default S env(String name, Text value) {
        return being(said("env " + name).withEnvironment(put(spec().environment(), new Variable(name, value))));
    }

    /** Sets environment variables, in the order of their names. */
    default S env(Map<String, String> values) {
        var spec = said("env");
        var environment = spec.environment();
        for (var variable : new TreeMap<>(values).entrySet()) {
            environment = put(environment, new Variable(variable.getKey(), Text.text(variable.getValue())));
        }
        return being(spec.withEnvironment(environment));
    }

    /** Hands a secret in as an environment variable; its value never stands in the template. */
    default S secret(String name, Secret value) {
        return being(said("secret " + name).withSecrets(plus(spec().secrets(), new SecretVariable(name, value))));
    }

    /** Is asked whether it is well. */
    default S healthy(HealthCheck check) {
        return being(said("healthy").withHealthCheck(check));
    }

    /** Sends its output there; left out, to CloudWatch for a month. */
    default S logs(Logs logs) {
        return being(said("logs").withLogs(logs));
    }

    /** May use so many MiB and no more, 6 at least; left out, as many as its task has. */
    default S memory(int mib) {
        return being(said("memory").withMemory(mib));
    }

    /** Is sure of so many MiB, 6 at least. */
    default S memoryReservation(int mib) {
        return being(said("memoryReservation").withMemoryReservation(mib));
    }

    /** Is sure of so many CPU units, 1024 to a core. */
    default S cpu(int units) {
        return being(said("cpu").withCpu(units));
    }

    /** May stop without stopping the task. */
    default S sidecar() {
        return being(said("sidecar").withIsEssential(false));
    }

    /** Starts when the other one is that far. */
    default S after(AnyContainer other, Readiness readiness) {
        var dependency = new Dependency(other.name(), readiness);
        return being(said("after " + other.name()).withDependencies(plus(spec().dependencies(), dependency)));
    }

    /** Runs this command instead of the image's own. */
    default S command(String first, String... others) {
        var command = new ArrayList<String>(others.length + 1);
        command.add(first);
        command.addAll(List.of(others));
        return being(said("command").withCommand(command));
    }

    /** Is given this long to stop before it is killed, up to 120 s on Fargate; left out, 30 s. */
    default S stopWithin(Duration time) {
        return being(said("stopWithin").withStopTimeout(time));
    }

    /** Runs as this user: a name or number, with or without a group, as in {@code 1000:1000}. */
    default S user(String user) {
        return being(said("user").withUser(user));
    }

    /** Cannot write to its own file system. */
    default S readOnly() {
        return being(said("readOnly").withIsReadOnly(true));
    }

    @Override
    default S particulars(Particulars particulars) {
        return being(ImmutableContainerSpec.copyOf(spec()).withParticulars(particulars));
    }

    private ImmutableContainerSpec said(String word) {
        return ImmutableContainerSpec.copyOf(spec())
                .withParticulars(spec().particulars().said(word));
    }

    private static <T> List<T> plus(List<T> list, T next) {
        var more = new ArrayList<T>(list.size() + 1);
        more.addAll(list);
        more.add(next);
        return more;
    }

    private static List<Variable> put(List<Variable> variables, Variable variable) {
        var more = new ArrayList<Variable>(variables.size() + 1);
        for (var each : variables) {
            if (!each.name().equals(variable.name())) {
                more.add(each);
            }
        }
        more.add(variable);
        return more;
    }
}
