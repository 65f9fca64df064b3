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
 * Leaves deployments to AWS CodeDeploy, which starts new tasks beside the old ones and moves the traffic of one route. The
 * second target group, the application, its deployment group and a role follow from it; a deployment that fails is rolled
 * back. {@link Deployment#blueGreen()} and its like do the same without CodeDeploy, and more of it.
 *
 * <p>CloudFormation makes the service and registers its task definitions, but ECS lets it deploy none: each update of the
 * stack shows, as the output {@code <Service>Deployment}, the command of the AWS CLI that does. ECS refuses updates of such a
 * service's load balancer, capacity, subnets and security groups, too.
 *
 * <p>The service is behind one load balancer, by routes of one listener, to one port; it has no endpoint of Service Connect
 * and no disk. From the first deployment on the rule's target groups belong to CodeDeploy: CloudFormation leaves them alone
 * while the rule stays as it is in the template, and puts the first one back when it changes.
 */
@ValueStyle
@Value.Immutable
public sealed interface CodeDeploy extends Deployment permits ImmutableCodeDeploy {

    /** All traffic at once. */
    static CodeDeploy of(Lines lines) {
        return ImmutableCodeDeploy.of(lines);
    }

    /**
     * Moves some traffic first, and after a while the rest; not behind a Network Load Balancer. Ten percent and then the rest
     * after 5 or 15 min is a configuration that CodeDeploy has; any other one is made.
     *
     * @param percent the traffic that goes first, 1 to 99
     * @param then after how long the rest follows, 1 to 2880 min, in whole minutes
     */
    default CodeDeploy canary(int percent, Duration then) {
        return ImmutableCodeDeploy.copyOf(this)
                .withPace(new Pace.Canary(percent, then))
                .withLines(lines().and("canary"));
    }

    /**
     * Moves traffic step by step; not behind a Network Load Balancer. Ten percent each minute or each 3 min is a configuration
     * that CodeDeploy has; any other one is made.
     *
     * @param percent the traffic that moves in each step, 1 to 99
     * @param every how long each step lasts, 1 to 2880 min, in whole minutes
     */
    default CodeDeploy linear(int percent, Duration every) {
        return ImmutableCodeDeploy.copyOf(this)
                .withPace(new Pace.Linear(percent, every))
                .withLines(lines().and("linear"));
    }

    /** Shows the new tasks here before traffic is led to them: a route of another listener of the same load balancer. */
    default CodeDeploy preview(Route route) {
        return ImmutableCodeDeploy.copyOf(this).withPreview(route).withLines(lines().and("preview"));
    }

    /**
     * Leads traffic to the new tasks only when somebody calls {@code ContinueDeployment}, and stops the deployment if nobody
     * does within this long, up to 2880 min, in whole minutes; left out, it goes on by itself.
     */
    default CodeDeploy waitForApproval(Duration patience) {
        return ImmutableCodeDeploy.copyOf(this).withPatience(patience).withLines(lines().and("waitForApproval"));
    }

    /** Keeps the old tasks for this long after the shift, up to 2880 min, in whole minutes; left out, 15 min. */
    default CodeDeploy terminateAfter(Duration time) {
        return ImmutableCodeDeploy.copyOf(this).withTerminationWait(time).withLines(lines().and("terminateAfter"));
    }

    /** Rolls back when one of these goes off, beside those that do already. */
    default CodeDeploy rollbackOn(Signal first, Signal... others) {
        var all = new ArrayList<>(signals());
        all.add(first);
        all.addAll(List.of(others));
        return ImmutableCodeDeploy.copyOf(this).withSignals(all).withLines(lines().and("rollbackOn"));
    }

    @Override
    @Value.Auxiliary
    Lines lines();

    /** How traffic moves. */
    @Value.Default
    default Pace pace() {
        return Pace.AtOnce.AT_ONCE;
    }

    /** Where the new tasks are shown before traffic is led to them. */
    Optional<Route> preview();

    @Override
    default Optional<Route> shownAt() {
        return preview();
    }

    /** For how long somebody may think it over before traffic is led to the new tasks; left out, nobody is asked. */
    Optional<Duration> patience();

    /** How long the old tasks stay. */
    @Value.Default
    default Duration terminationWait() {
        return Duration.ofMinutes(15);
    }

    @Override
    List<Signal> signals();

    @Override
    default boolean isByEcs() {
        return false;
    }

    @Override
    default boolean hasAlternates() {
        return true;
    }
}
