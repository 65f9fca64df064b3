package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Words;
import dev.stowage.dsl.database.Database;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.BucketObject;
import dev.stowage.dsl.storage.Volume;
import dev.stowage.dsl.task.ContainerSpec.Dependency;
import dev.stowage.dsl.task.ContainerSpec.Label;
import dev.stowage.dsl.task.ContainerSpec.Mount;
import dev.stowage.dsl.task.ContainerSpec.OpenFiles;
import dev.stowage.dsl.task.ContainerSpec.SecretVariable;
import dev.stowage.dsl.task.ContainerSpec.SystemControl;
import dev.stowage.dsl.task.ContainerSpec.Variable;
import dev.stowage.schema.expression.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Connects to a database: {@link #connects(Database, String)} with the name of the database in capitals, such as {@code ORDERS}. */
    default S connects(Database database) {
        return connects(
                database,
                database.name().toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_'));
    }

    /**
     * Connects to a database: is told its JDBC address as {@code <prefix>_URL}, handed {@code <prefix>_USERNAME} and
     * {@code <prefix>_PASSWORD} in secret, and let in. {@code connects(orders, "SPRING_DATASOURCE")} is all that Spring Boot
     * wants.
     */
    default S connects(Database database, String prefix) {
        return being(said("connects").withDatabases(plus(spec().databases(), database)))
                .env(prefix + "_URL", database.url())
                .secret(prefix + "_USERNAME", database.username())
                .secret(prefix + "_PASSWORD", database.password());
    }

    /** Is asked whether it is well. */
    default S healthy(HealthCheck check) {
        return being(said("healthy").withHealthCheck(check));
    }

    /** Sends its output there; left out, to CloudWatch for a month. */
    default S logs(Logs logs) {
        return being(said("logs").withLogs(logs));
    }

    /** Is the log router of its task: where the output of those goes that say {@link Logs#routed()}. */
    default S logRouter(LogRouter router) {
        return being(said("logRouter").withLogRouter(router));
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
        return being(said("command").withCommand(words(first, others)));
    }

    /** Runs this instead of the image's own entry point; the command is what it is given. */
    default S entryPoint(String first, String... others) {
        return being(said("entryPoint").withEntryPoint(words(first, others)));
    }

    /** Starts in this folder, an absolute path; left out, in the image's own. */
    default S workingDirectory(String path) {
        return being(said("workingDirectory").withWorkingDirectory(path));
    }

    /** Bears a label in Docker. */
    default S label(String name, String value) {
        return being(said("label " + name).withLabels(plus(spec().labels(), new Label(name, value))));
    }

    /** Starts again in its running task when it stops by itself; left out, an essential one stops the task. */
    default S restart() {
        return being(said("restart").withRestart(Restart.always()));
    }

    /** Starts again in its running task in this way. */
    default S restart(Restart policy) {
        return being(said("restart").withRestart(policy));
    }

    /** May have so many files open, and ask for more up to the second number; left out, 65535 and 65535 on Fargate. */
    default S openFiles(int soft, int hard) {
        return being(said("openFiles").withOpenFiles(new OpenFiles(soft, hard)));
    }

    /** Has a small init process that passes signals on and clears up after children: for shells and what forks. */
    default S initProcess() {
        return being(said("initProcess").withHasInitProcess(true));
    }

    /** May watch and change other processes, as debuggers do: {@code SYS_PTRACE}, all that Fargate adds. */
    default S tracing() {
        return being(said("tracing").withMayTrace(true));
    }

    /** Does without these capabilities. */
    default S drop(Capability first, Capability... others) {
        var dropped = plus(spec().dropped(), first);
        dropped.addAll(List.of(others));
        return being(said("drop").withDropped(dropped));
    }

    /** Sets a namespaced setting of the kernel, such as {@code net.core.somaxconn}; all containers of a task share it. */
    default S systemControl(String name, String value) {
        var control = new SystemControl(name, value);
        return being(said("systemControl " + name).withSystemControls(plus(spec().systemControls(), control)));
    }

    /**
     * Takes more variables from a file in S3, whose name ends in {@code .env}: lines of {@code NAME=value}. Ten files at most;
     * of equal names the first file counts, and before it {@code env}.
     */
    default S envFile(BucketObject file) {
        return being(said("envFile " + file.objectKey()).withEnvironmentFiles(plus(spec().environmentFiles(), file)));
    }

    /** Keeps its standard input open. */
    default S interactive() {
        return being(said("interactive").withIsInteractive(true));
    }

    /** Has a terminal. */
    default S terminal() {
        return being(said("terminal").withHasTerminal(true));
    }

    /**
     * Runs whatever its tag means when a task starts; left out, all tasks of a deployment run the image that its first one
     * ran. For tools whose tag is meant to move.
     */
    default S withoutVersionConsistency() {
        return being(said("withoutVersionConsistency").withIsVersionConsistent(false));
    }

    /** Sees a volume at this absolute path. */
    default S mount(Volume volume, String path) {
        return being(said("mount " + path).withMounts(plus(spec().mounts(), new Mount(volume, path))));
    }

    /** Can write at this absolute path even if it is read-only: to an empty volume of its own, gone with the task. */
    default S scratch(String path) {
        var volume = Volume.empty(name() + ContainerSpec.slug(path));
        return being(said("scratch " + path).withMounts(plus(spec().mounts(), new Mount(volume, path))));
    }

    /** Is waited for this long by those that start after it, up to 120 s on Fargate; left out, for ever. */
    default S startWithin(Duration time) {
        return being(said("startWithin").withStartTimeout(time));
    }

    /** Is given this long to stop before it is killed, up to 120 s on Fargate; left out, 30 s. */
    default S stopWithin(Duration time) {
        return being(said("stopWithin").withStopTimeout(time));
    }

    /** Runs as this user: a name or number, with or without a group, as in {@code 1000:1000}. */
    default S user(String user) {
        return being(said("user").withUser(user));
    }

    /** Cannot write to its own file system; {@link #scratch} says where it can. */
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

    private static List<String> words(String first, String... others) {
        var words = new ArrayList<String>(others.length + 1);
        words.add(first);
        words.addAll(List.of(others));
        return words;
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
