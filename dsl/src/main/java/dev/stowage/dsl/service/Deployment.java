package dev.stowage.dsl.service;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.observe.Signal;
import dev.stowage.dsl.traffic.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How new tasks replace old ones. */
public sealed interface Deployment permits Rolling, Shift, CodeDeploy, TaskSets {

    /** A few at a time. */
    static Rolling rolling() {
        return ImmutableRolling.of(Lines.here("rolling"));
    }

    /** All beside the old ones, then all traffic at once. */
    static Shift blueGreen() {
        return Shift.atOnce(Lines.here("blueGreen"));
    }

    /**
     * All beside the old ones, then some traffic, and after a while the rest. The service must be behind a route.
     *
     * @param percent the traffic that goes first, 0.1 to 100 in steps of 0.1
     * @param then after how long the rest follows, up to 24 h in whole minutes
     */
    static Shift canary(double percent, Duration then) {
        return Shift.canary(percent, then, Lines.here("canary"));
    }

    /**
     * All beside the old ones, then traffic step by step. The service must be behind a route.
     *
     * @param percent the traffic that moves in each step, 3 to 100 in steps of 0.1
     * @param every how long each step lasts, up to 24 h in whole minutes
     */
    static Shift linear(double percent, Duration every) {
        return Shift.linear(percent, every, Lines.here("linear"));
    }

    /** By AWS CodeDeploy, all beside the old ones, then all traffic at once unless said otherwise. */
    static CodeDeploy codeDeploy() {
        return CodeDeploy.of(Lines.here("codeDeploy"));
    }

    /** By somebody else, who makes task sets. */
    static TaskSets taskSets() {
        return TaskSets.of(Lines.here("taskSets"));
    }

    /** Where its words were said. */
    Lines lines();

    /** What rolls it back when it goes off. */
    List<Signal> signals();

    /** Whether ECS itself deploys, and no other controller. */
    default boolean isByEcs() {
        return true;
    }

    /** Whether traffic moves to and fro between two groups of tasks: each target group then has an alternate. */
    default boolean hasAlternates() {
        return false;
    }

    /** Where new tasks are shown before traffic is led to them. */
    default Optional<Route> shownAt() {
        return Optional.empty();
    }
}
