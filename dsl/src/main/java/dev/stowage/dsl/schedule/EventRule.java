package dev.stowage.dsl.schedule;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A task that an event starts, or the clock, through a rule of EventBridge. By the clock, {@link Cluster#schedule} does the
 * same with time zones and a window; a rule goes by UTC. Its dead-letter queue lets in this rule and nothing else; a queue that
 * it is given lets in the rules of this account. Make one with {@link Cluster#rule}.
 */
@ValueStyle
@Value.Immutable
public sealed interface EventRule extends Launch<EventRule> permits ImmutableEventRule {

    /** A task that starts on this cluster at events like this, or by this schedule. */
    static EventRule of(String name, Cluster cluster, FargateTask task, Trigger trigger) {
        var particulars = Particulars.of("rule", name, "rule");
        return ImmutableEventRule.of(ImmutableLaunchSpec.of(particulars, cluster, task), trigger);
    }

    /**
     * Sets an environment variable of the main container, the first that is essential, to a part of the event. What does not
     * come from the event is said of the container itself.
     *
     * @param name the variable
     * @param path where the event has it, such as {@code $.detail.object.key}; what is not there is empty
     */
    default EventRule env(String name, String path) {
        var all = new ArrayList<>(inputs());
        all.add(new Input(name, path));
        return ImmutableEventRule.copyOf(said("env " + name)).withInputs(all);
    }

    /** Takes its events from this bus, by {@code arn} or by its name; left out, from the account's own. */
    default EventRule bus(Locator bus) {
        return ImmutableEventRule.copyOf(said("bus")).withBus(bus);
    }

    private EventRule said(String word) {
        return particulars(particulars().said(word));
    }

    @Override
    LaunchSpec spec();

    @Override
    default EventRule being(LaunchSpec spec) {
        return ImmutableEventRule.copyOf(this).withSpec(spec);
    }

    /** What starts it. */
    Trigger trigger();

    /** What its main container is told of the event. */
    List<Input> inputs();

    /** The bus that its events come from. */
    Optional<Locator> bus();

    /**
     * A part of the event in an environment variable.
     *
     * @param name the variable
     * @param path where the event has it
     */
    record Input(String name, String path) {}
}
