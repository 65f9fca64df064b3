package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.PlacementConstraint;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.semantics.ClusterQuery;
import dev.stowage.schema.tree.ObjectNode;
import java.util.List;

/** Rules about the instances that tasks may be placed on: {@code placement.expression}. */
final class Placement implements Family {

    static final Rule EXPRESSION = Rule.of("placement.expression", Severity.ERROR);
    static final Rule EXPRESSION_MISSING = Rule.of("placement.expression.missing", Severity.ERROR);

    private static final String CONSTRAINTS = "PlacementConstraints";

    private final String type;

    private Placement(String type) {
        this.type = type;
    }

    static Placement ofServices() {
        return new Placement(EcsService.TYPE);
    }

    static Placement ofTasks() {
        return new Placement(EcsTaskDefinition.TYPE);
    }

    @Override
    public String judges() {
        return type;
    }

    @Override
    public List<Rule> rules() {
        return List.of(EXPRESSION, EXPRESSION_MISSING);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var position = 0;
        for (var constraint : constraints(subject)) {
            var property = CONSTRAINTS + "/" + position++ + "/Expression";
            var expression = constraint.expression();
            if (rule == EXPRESSION && expression.isKnown()) {
                expression(subject, constraint, property, findings);
            } else if (rule == EXPRESSION_MISSING
                    && expression.isAbsent()
                    && constraint.type().is("memberOf")) {
                var message = "`" + subject.name() + "` may be placed on members of a group, and nothing says which.";
                findings.add(
                        findings.fault(property, message)
                                .fix("Set `Expression`, such as attribute:ecs.instance-type =~ t3.*"),
                        constraint.type());
            }
        }
    }

    /** A constraint has one form in a service and in a task definition. */
    static Items<PlacementConstraint> constraints(Found subject) {
        var node = subject.resource().properties().peek(CONSTRAINTS);
        return node == null
                ? Items.absent()
                : EcsService.EMPTY
                        .over(ObjectNode.of(CONSTRAINTS, node), subject.scope(), node.at())
                        .placementConstraints();
    }

    private static void expression(Found subject, PlacementConstraint constraint, String property, Findings findings) {
        var expression = constraint.expression();
        var fault = ClusterQuery.faultOf(expression.or(""));
        if (fault.isPresent()) {
            var message = "`" + subject.name() + "` is placed by `" + expression.or("")
                    + "`, and that is no cluster query: at character "
                    + (fault.get().at() + 1) + ", "
                    + fault.get().message() + ".";
            findings.add(
                    findings.fault(property, expression, message)
                            .fix("Write it like `attribute:ecs.instance-type =~ t3.* and runningTasksCount < 10`."),
                    expression);
        }
    }
}
