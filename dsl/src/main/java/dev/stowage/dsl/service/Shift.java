package dev.stowage.dsl.service;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.observe.Signal;
import dev.stowage.dsl.traffic.Route;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Starts new tasks beside the old ones and shifts traffic to them, done by ECS itself. A second target group, the weighted
 * rule and the role that lets ECS move the weights follow from it; the circuit breaker is on and rolls back.
 *
 * <p>From the first shift on the weights of the rule belong to ECS. CloudFormation leaves them alone while the rule stays as
 * it is in the template, and puts them back when its conditions, its number or its action change: change those between
 * shifts only, while the traffic goes to the first group.
 */
@ValueStyle
@Value.Immutable
public sealed interface Shift extends Deployment permits ImmutableShift {

    /** All traffic at once. */
    static Shift atOnce(Lines lines) {
        return ImmutableShift.of(Pace.AtOnce.AT_ONCE, lines);
    }

    /** Some traffic first, and after a while the rest. */
    static Shift canary(double percent, Duration then, Lines lines) {
        return ImmutableShift.of(new Pace.Canary(percent, then), lines);
    }

    /** Traffic step by step. */
    static Shift linear(double percent, Duration every, Lines lines) {
        return ImmutableShift.of(new Pace.Linear(percent, every), lines);
    }

    /** Keeps the old tasks for this long after the shift, up to 24 h, in whole minutes; left out, 15 min. */
    default Shift bake(Duration time) {
        return ImmutableShift.copyOf(this).withBakeTime(time).withLines(lines().and("bake"));
    }

    /** Shows the new tasks here before the shift: a route of the same load balancer that matches nobody else's requests. */
    default Shift preview(Route route) {
        return ImmutableShift.copyOf(this).withPreview(route).withLines(lines().and("preview"));
    }

    /** Asks at this stage whether to go on, beside those who are asked already. */
    default Shift hook(Stage stage, Hook hook) {
        var all = new ArrayList<>(hooks());
        all.add(new Asked(stage, hook));
        return ImmutableShift.copyOf(this).withHooks(all).withLines(lines().and("hook"));
    }

    /** Rolls back when one of these goes off, beside those that do already. */
    default Shift rollbackOn(Signal first, Signal... others) {
        var all = new ArrayList<>(signals());
        all.add(first);
        all.addAll(List.of(others));
        return ImmutableShift.copyOf(this).withSignals(all).withLines(lines().and("rollbackOn"));
    }

    /** How traffic moves. */
    Pace pace();

    @Override
    @Value.Auxiliary
    Lines lines();

    /** How long the old tasks stay. */
    @Value.Default
    default Duration bakeTime() {
        return Duration.ofMinutes(15);
    }

    /** Where the new tasks are shown before the shift. */
    Optional<Route> preview();

    @Override
    default Optional<Route> shownAt() {
        return preview();
    }

    @Override
    default boolean hasAlternates() {
        return true;
    }

    /** Who is asked, and when. */
    List<Asked> hooks();

    @Override
    List<Signal> signals();

    /**
     * A hook at its stage.
     *
     * @param stage when it is asked
     * @param hook who is asked
     */
    record Asked(Stage stage, Hook hook) {}

    /** The stages of a shift, in their order. */
    enum Stage {
        /** Before anything, where a shift meets service revisions that are still active. */
        RECONCILE_SERVICE,
        /** Before the new tasks start. */
        PRE_SCALE_UP,
        /** Once the new tasks run. */
        POST_SCALE_UP,
        /** While the preview is led to the new tasks. */
        TEST_TRAFFIC_SHIFT,
        /** Once the preview shows the new tasks. */
        POST_TEST_TRAFFIC_SHIFT,
        /** Before traffic moves. */
        PRE_PRODUCTION_TRAFFIC_SHIFT,
        /** While traffic moves. */
        PRODUCTION_TRAFFIC_SHIFT,
        /** Once all traffic has moved. */
        POST_PRODUCTION_TRAFFIC_SHIFT
    }
}
