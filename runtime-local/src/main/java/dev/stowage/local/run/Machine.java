package dev.stowage.local.run;

import dev.stowage.local.endpoint.LogSink;
import dev.stowage.local.engine.Engine;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a run runs on: what holds its containers, what brings requests to them, and what they ask. Docker, or a fake. */
public interface Machine extends AutoCloseable {

    /** What a machine asks of the run that it works for. */
    interface Client {

        /** The task that an order is about. Asked on the thread of the loop. */
        Optional<Task> task(TaskId id);

        /** The deployment that chose the images of a task; whoever ran it where it has none. Asked on the thread of the loop. */
        String images(Task task);

        /** There is something new to look at. Told on any thread. */
        void news();

        /** A task is not to be chosen by its service until then. Told on any thread but that of the loop. */
        void protect(TaskId task, Instant until);
    }

    /**
     * Where a listener of the run is reached from this machine.
     *
     * @param name of the load balancer or API, as the user calls it; of the container, for a port to debug it
     * @param port the port there: on AWS, the one of the listener
     * @param uri scheme, host and port
     */
    record Address(String name, int port, URI uri) {

        /** What tells it from all others: {@code front:443}. */
        public String label() {
            return name + ":" + port;
        }
    }

    /** What decides about how a model is worked out for it. */
    dev.stowage.local.translate.Machine facts();

    /** Carries out the orders of the loop. */
    Engine engine();

    /** Has it work for that run; before the first order. */
    void works(Client client);

    /** Has it see what a round of the loop left, on the thread of the loop. */
    void saw(Snapshot now);

    /**
     * Makes ready for a stack, or for what follows it: builds and pulls images, opens and closes listeners.
     *
     * @param progress is told what is going on, line by line
     */
    void take(Wanted wanted, Consumer<String> progress);

    /** Has it know what one task is made from that differs from its definition in the stack; before the task starts. */
    void knows(TaskId task, TaskSetup setup);

    /** What an earlier process of this run left behind. */
    Legacy legacy();

    /** Where the run is reached. */
    List<Address> addresses();

    /** Whether a container of a task runs an image that the name of its image means no more. */
    boolean isOutdated(Task task);

    /** The address of a task on its network, once it has one. */
    Optional<String> addressOf(TaskId task);

    /** The digest under which a registry knows the image of a container; empty for one that no registry knows. */
    Optional<String> digestOf(ContainerId container);

    /** The engine's name for a container, once it is made. */
    Optional<String> idOf(ContainerId container);

    /**
     * Reads what a container printed.
     *
     * @param follow whether to go on until it ends or the reader is interrupted
     * @param lines is given each line
     */
    void logs(ContainerId container, boolean follow, Consumer<String> lines);

    /** What containers sent to log groups of CloudWatch. */
    LogSink collected();

    /**
     * Runs a command in a container.
     *
     * @param out is given each line of its standard output
     * @param err is given each line of its standard error
     * @return its exit code
     */
    int exec(ContainerId container, List<String> command, Consumer<String> out, Consumer<String> err);

    /** Ends a container at once, as if it had died. */
    void kill(ContainerId container);

    /** Ends all containers at once: somebody is in a hurry. */
    void kill();

    /** Removes everything that this run made. */
    @Override
    void close();
}
