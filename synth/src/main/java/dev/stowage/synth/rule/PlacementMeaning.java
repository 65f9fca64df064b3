package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.Nearest;
import dev.stowage.schema.semantics.ClusterQuery;
import dev.stowage.schema.semantics.QueryOperator;
import dev.stowage.schema.table.InstanceAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules about cluster queries that parse and that no instance answers: {@code placement.attribute}, {@code placement.never}. */
final class PlacementMeaning implements Family {

    static final Rule UNKNOWN = Rule.of("placement.attribute.unknown", Severity.WARNING);
    static final Rule VALUE = Rule.of("placement.attribute.value", Severity.WARNING);
    static final Rule NEVER = Rule.of("placement.never", Severity.WARNING);

    private static final String ATTRIBUTE = "attribute:";

    private final InstanceAttributes attributes = InstanceAttributes.shipped();
    private final String type;

    private PlacementMeaning(String type) {
        this.type = type;
    }

    static PlacementMeaning ofServices() {
        return new PlacementMeaning(EcsService.TYPE);
    }

    static PlacementMeaning ofTasks() {
        return new PlacementMeaning(EcsTaskDefinition.TYPE);
    }

    @Override
    public String judges() {
        return type;
    }

    @Override
    public List<Rule> rules() {
        return List.of(UNKNOWN, VALUE, NEVER);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var wanted = new ArrayList<Wish>();
        if (rule == NEVER && type.equals(EcsService.TYPE)) {
            if (subject.follow("TaskDefinition") instanceof Target.Held held && held.is(EcsTaskDefinition.TYPE)) {
                gatherAll(held.found(), wanted);
            }
        }
        gatherAll(subject, wanted);
        for (var i = 0; i < wanted.size(); i++) {
            var wish = wanted.get(i);
            if (rule == UNKNOWN) {
                unknown(subject, wish, findings);
            } else if (rule == VALUE) {
                value(subject, wish, findings);
            } else if (never(subject, wish, wanted.subList(0, i), findings)) {
                return;
            }
        }
    }

    /** Every test that has to hold for an instance to be taken. */
    private static void gatherAll(Found subject, List<Wish> into) {
        var position = 0;
        for (var constraint : Placement.constraints(subject)) {
            var property = "PlacementConstraints/" + position++ + "/Expression";
            var expression = constraint.expression();
            var query = expression.isKnown() ? ClusterQuery.parse(expression.or("")) : Optional.<ClusterQuery>empty();
            if (query.isPresent()) {
                gather(query.get(), expression, property, into);
            }
        }
    }

    private static void gather(ClusterQuery query, Reading<String> expression, String property, List<Wish> into) {
        if (query instanceof ClusterQuery.And and) {
            gather(and.left(), expression, property, into);
            gather(and.right(), expression, property, into);
        } else if (query instanceof ClusterQuery.Test test) {
            into.add(new Wish(test, expression, property));
        }
    }

    private void unknown(Found subject, Wish wish, Findings findings) {
        var name = wish.attribute();
        if (name.startsWith(InstanceAttributes.PREFIX) && !attributes.isOne(name)) {
            var message = "`" + subject.name() + "` is placed by the attribute `" + name
                    + "`, and ECS gives instances none of that name, so that its tasks stay pending.";
            var meant = Nearest.to(name, attributes.names());
            findings.add(
                    findings.fault(wish.property, wish.expression, message)
                            .fix(
                                    meant.isPresent()
                                            ? "Write `" + meant.get() + "`."
                                            : "Write one that ECS gives, or a name of your own that does not begin with"
                                                    + " `ecs.`."),
                    wish.expression);
        }
    }

    private void value(Found subject, Wish wish, Findings findings) {
        var values = attributes.valuesOf(wish.attribute());
        var isWanted = wish.test.operator() == QueryOperator.EQUALS || wish.test.operator() == QueryOperator.IN;
        if (values.isEmpty() || !isWanted) {
            return;
        }
        for (var argument : wish.test.arguments()) {
            if (values.contains(argument)) {
                return;
            }
        }
        var message = "`" + subject.name() + "` is placed where `" + wish.attribute() + "` is "
                + String.join(" or ", wish.test.arguments()) + ", and it is " + String.join(" or ", values)
                + " everywhere.";
        findings.add(
                findings.fault(wish.property, wish.expression, message).fix("Write one of these, as it is spelt."),
                wish.expression);
    }

    /** Whether another wish asks the same attribute to be something else; then that is told. */
    private static boolean never(Found subject, Wish wish, List<Wish> others, Findings findings) {
        for (var other : others) {
            if (wish.contradicts(other)) {
                var message = "`" + subject.name() + "` is placed where `" + wish.test.subject() + "` is "
                        + wish.test.arguments().get(0) + " and "
                        + other.test.arguments().get(0)
                        + " at once, so that no instance is ever taken.";
                findings.add(
                        findings.fault(wish.property, wish.expression, message)
                                .fix("Write `or` between the two, or `in` with a list of both.")
                                .also("the other constraint", other.expression.at()),
                        wish.expression,
                        other.expression);
                return true;
            }
        }
        return false;
    }

    /** One test that has to hold, and where it is written. */
    private static final class Wish {

        private final ClusterQuery.Test test;
        private final Reading<String> expression;
        private final String property;

        private Wish(ClusterQuery.Test test, Reading<String> expression, String property) {
            this.test = test;
            this.expression = expression;
            this.property = property;
        }

        /** The name of the attribute that is asked; empty for another subject. */
        private String attribute() {
            return test.subject().startsWith(ATTRIBUTE) ? test.subject().substring(ATTRIBUTE.length()) : "";
        }

        /** Whether both want one value of one subject of which an instance has one, and not the same. */
        private boolean contradicts(Wish other) {
            return !test.subject().equals("task:group")
                    && test.subject().equals(other.test.subject())
                    && test.operator() == QueryOperator.EQUALS
                    && other.test.operator() == QueryOperator.EQUALS
                    && !test.arguments().equals(other.test.arguments());
        }
    }
}
