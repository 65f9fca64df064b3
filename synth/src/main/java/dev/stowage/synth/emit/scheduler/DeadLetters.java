package dev.stowage.synth.emit.scheduler;

import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.schedule.Launch;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.cloudwatch.DeadLetterAlarm;
import dev.stowage.synth.emit.iam.Arns;
import dev.stowage.synth.emit.sqs.QueueEmitter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where starts go that failed for good: a queue of their own, one that the program names, or nowhere. */
final class DeadLetters {

    private final Launch<?> launch;
    private final @Nullable MessageQueue named;
    private final Emission out;

    private DeadLetters(Launch<?> launch, @Nullable MessageQueue named, Emission out) {
        this.launch = launch;
        this.named = named;
        this.out = out;
    }

    /** Adds the queue where it is the launch's own, and the alarm of it. */
    static DeadLetters emit(Launch<?> launch, Emission out) {
        var said = launch.spec().deadLetters().orElse(null);
        var letters = new DeadLetters(launch, said == null ? null : out.estate().current(said), out);
        letters.check();
        if (letters.isOwn()) {
            var at = launch.particulars().birth().because("it keeps starts that failed for good");
            var unused = QueueEmitter.deadLetters(launch, false, at, out);
        }
        if (launch.spec().told().isPresent()) {
            letters.alarm();
        }
        return letters;
    }

    private void check() {
        var at = launch.particulars().at("deadLetters");
        if (named != null && named.isFifo()) {
            out.find(
                    "schedule.dead-letters",
                    at,
                    "`" + launch.name() + "` sends what failed to `" + named.name()
                            + "`, which keeps an order, and EventBridge sends only to queues that keep none.",
                    "Name a queue without .fifo(), or leave the word out.");
        }
    }

    private void alarm() {
        var topic = out.estate().current(launch.spec().told().orElseThrow());
        var at = launch.particulars().at("tells");
        if (!launch.spec().hasDeadLetters()) {
            out.find(
                    "schedule.tells.nothing",
                    at,
                    "`" + launch.name() + "` tells `" + topic.name() + "` of what failed, and forgets it itself.",
                    "Leave .withoutDeadLetters() out: the alarm counts what is in the queue.");
            return;
        }
        var name = named == null
                ? out.ref(launch, QueueEmitter.DEAD_LETTERS, "QueueName")
                : QueueEmitter.attribute(named, "QueueName", out);
        DeadLetterAlarm.emit(launch, name, Arns.of(topic, "", out), at, out);
    }

    /** Whether the queue is the launch's own. */
    boolean isOwn() {
        return launch.spec().hasDeadLetters() && named == null;
    }

    /** The queue, by its resource name; none where what failed is forgotten. */
    Optional<Node> arn() {
        if (!launch.spec().hasDeadLetters()) {
            return Optional.empty();
        }
        return Optional.of(named == null ? out.ref(launch, QueueEmitter.DEAD_LETTERS, "Arn") : Arns.of(named, "", out));
    }

    /** The key of the queue, by its resource name, where it has one of its own. */
    Optional<Node> key() {
        return named == null || named.encryption().isEmpty()
                ? Optional.empty()
                : Optional.of(Arns.of(named.encryption().get(), "", out));
    }
}
