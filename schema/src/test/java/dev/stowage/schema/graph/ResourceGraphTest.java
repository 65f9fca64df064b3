package dev.stowage.schema.graph;

import static dev.stowage.schema.graph.Draft.call;
import static dev.stowage.schema.graph.Draft.equal;
import static dev.stowage.schema.graph.Draft.list;
import static dev.stowage.schema.graph.Draft.model;
import static dev.stowage.schema.graph.Draft.object;
import static dev.stowage.schema.graph.Draft.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.origin.Written;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resources by name and type, and where their references lead. */
class ResourceGraphTest {

    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String POLICY = "AWS::SQS::QueuePolicy";

    @Test
    void findsResourcesByTypeInTheOrderInWhichTheyStand() {
        var graph = ResourceGraph.of(model(
                Draft.of("a")
                        .resource("Second", QUEUE)
                        .resource("Other", POLICY)
                        .resource("First", QUEUE),
                Draft.of("b").resource("Third", QUEUE)));

        assertThat(graph.all(QUEUE)).extracting(Found::toString).containsExactly("a/Second", "a/First", "b/Third");
        assertThat(graph.find("b", "Third")).isPresent();
        assertThat(graph.find("b", "First")).isEmpty();
    }

    @Test
    void followsReferencesInEveryForm() {
        for (var reference : List.of(
                ref("Q"),
                call("Fn::GetAtt", list("Q", "Arn")),
                call("Fn::GetAtt", "Q.Arn"),
                call("Fn::Sub", "${Q}"),
                call("Fn::Sub", "${Q.Arn}"),
                call("Fn::Sub", list("${It}", object("It", ref("Q")))),
                call("Fn::Select", list(0, list(ref("Q"), "x"))))) {
            assertThat(target(Draft.of("s").resource("Q", QUEUE), reference))
                    .as(reference.toString())
                    .isInstanceOfSatisfying(
                            Target.Held.class,
                            held -> assertThat(held.is(QUEUE)).isTrue());
        }
    }

    @Test
    void tellsWhatIsMissingOutsideOrUnknown() {
        var draft = Draft.of("s").parameter("Asked").parameter("Given", "Default", "arn:aws:sqs:::x");

        assertThat(target(draft, ref("Nobody"))).isEqualTo(new Target.Missing("Nobody"));
        assertThat(target(draft, Draft.text("arn:aws:sqs:::y"))).isEqualTo(new Target.Outside("arn:aws:sqs:::y"));
        assertThat(target(draft, ref("Given"))).isEqualTo(new Target.Outside("arn:aws:sqs:::x"));
        assertThat(target(draft, ref("Asked"))).isEqualTo(Target.Unknown.INSTANCE);
        assertThat(target(draft, call("Fn::ImportValue", "elsewhere"))).isEqualTo(Target.Unknown.INSTANCE);
        assertThat(target(draft, ref("AWS::NoValue"))).isEqualTo(Target.Absent.INSTANCE);
    }

    @Test
    void doesNotCallMissingWhatATransformMayAdd() {
        var draft = Draft.of("s").section("Transform", Draft.text("AWS::Serverless-2016-10-31"));

        assertThat(target(draft, ref("Generated"))).isEqualTo(Target.Unknown.INSTANCE);
    }

    @Test
    void followsImportsToTheExportingStack() {
        var exporter = Draft.of("a").resource("Q", QUEUE).export("shared-queue", call("Fn::GetAtt", list("Q", "Arn")));
        var importer = Draft.of("b").resource("P", POLICY, "To", call("Fn::ImportValue", "shared-queue"));
        var graph = ResourceGraph.of(model(exporter, importer));

        assertThat(graph.find("b", "P").orElseThrow().follow("To"))
                .isInstanceOfSatisfying(
                        Target.Held.class, held -> assertThat(held.found()).hasToString("a/Q"));
    }

    @Test
    void doesNotImportFromAnotherRegion() {
        var exporter = Draft.of("a").resource("Q", QUEUE).export("q", ref("Q")).template();
        var importer = Draft.of("b")
                .resource("P", POLICY, "To", call("Fn::ImportValue", "q"))
                .template();
        var graph = ResourceGraph.of(Model.of(List.of(
                exporter.environment("111111111111", "eu-west-1"), importer.environment("111111111111", "us-east-1"))));

        assertThat(graph.find("b", "P").orElseThrow().follow("To")).isEqualTo(Target.Unknown.INSTANCE);
    }

    @Test
    void followsParametersAndOutputsOfNestedStacks() {
        var parent = Draft.of("parent")
                .resource("Q", QUEUE)
                .resource(
                        "Child",
                        "AWS::CloudFormation::Stack",
                        "TemplateURL",
                        "./child.yaml",
                        "Parameters",
                        object("Queue", ref("Q")))
                .resource("P", POLICY, "To", call("Fn::GetAtt", list("Child", "Outputs.Inner")));
        var child = Draft.of("child")
                .parameter("Queue")
                .resource("Inner", QUEUE)
                .resource("P", POLICY, "To", ref("Queue"))
                .in("Outputs", "Inner", object("Value", ref("Inner")));
        var graph = ResourceGraph.of(model(parent, child));

        assertThat(graph.find("child", "P").orElseThrow().follow("To"))
                .isInstanceOfSatisfying(
                        Target.Held.class, held -> assertThat(held.found()).hasToString("parent/Q"));
        assertThat(graph.find("parent", "P").orElseThrow().follow("To"))
                .isInstanceOfSatisfying(
                        Target.Held.class, held -> assertThat(held.found()).hasToString("child/Inner"));
        assertThat(graph.isClosedFor(QUEUE)).isTrue();
    }

    @Test
    void knowsTheTemplateOfANestedStackByItsAsset() {
        var address = call("Fn::Join", list("", list("https://s3.", ref("AWS::Region"), "/cafe.json")));
        var parent = Draft.of("parent")
                .resource("Child", "AWS::CloudFormation::Stack", "TemplateURL", address)
                .resource("P", POLICY, "To", call("Fn::GetAtt", list("Child", "Outputs.Inner")));
        var child = Draft.of("child").resource("Inner", QUEUE).in("Outputs", "Inner", object("Value", ref("Inner")));
        var asset = new FileAsset("cafe", "out/child.nested.template.json", false, ObjectNode.empty());
        var graph = ResourceGraph.of(model(parent, child).assets(List.of(asset)));

        assertThat(graph.find("parent", "P").orElseThrow().follow("To")).isInstanceOf(Target.Held.class);
    }

    @Test
    void survivesCircles() {
        var draft = Draft.of("s")
                .in("Outputs", "O", object("Value", call("Fn::ImportValue", "x"), "Export", object("Name", "x")))
                .condition("A", call("Fn::Not", list(call("Condition", "B"))))
                .condition("B", call("Fn::Not", list(call("Condition", "A"))));

        assertThat(target(draft, call("Fn::ImportValue", "x"))).isEqualTo(Target.Unknown.INSTANCE);
        assertThat(target(draft, Draft.either("A", "x", "y"))).isEqualTo(Target.Unknown.INSTANCE);
    }

    @Test
    void isOpenWhereSomethingMayBeMissing() {
        assertThat(closed(Draft.of("s"))).isTrue();
        assertThat(closed(Draft.of("s").section("Transform", list("Mine")))).isFalse();
        assertThat(closed(Draft.of("s").section("Transform", Draft.text("AWS::LanguageExtensions"))))
                .isTrue();
        assertThat(closed(Draft.of("s").resource("N", "AWS::CloudFormation::Stack", "TemplateURL", "far.yaml")))
                .isFalse();
        assertThat(closed(Draft.of("s").resource("P", POLICY, "To", call("Fn::ImportValue", "far"))))
                .isFalse();
        assertThat(closed(Draft.of("s")
                        .resource(
                                "P",
                                POLICY,
                                "To",
                                call("Fn::Sub", list("${X}", object("X", call("Fn::ImportValue", "far")))))))
                .isFalse();
    }

    @Test
    void isOpenForTheTypeThatALoopMakesOnly() {
        var loop = object("Fn::ForEach::All", list("It", list("a"), object("Q${It}", object("Type", QUEUE))));
        var graph = ResourceGraph.of(Model.of(List.of(Draft.of("s").template().others(loop))));

        assertThat(graph.isClosedFor(QUEUE)).isFalse();
        assertThat(graph.isClosedFor(POLICY)).isTrue();
    }

    @Test
    void knowsTheDeepestPlaceAlongAPath() {
        var deep = new Written("t.json", 9, 5);
        var properties =
                object("Rows", list(object("Size", Draft.text("1").at(deep)).at(new Written("t.json", 8, 3))));
        var graph = ResourceGraph.of(Model.of(List.of(
                Template.of("s", List.of(Resource.of("Q", QUEUE, properties, new Written("t.json", 2, 1)))))));
        var queue = graph.find("s", "Q").orElseThrow();

        assertThat(queue.at("Rows/0/Size")).isEqualTo(deep);
        assertThat(queue.at("Rows/0/Other")).isEqualTo(new Written("t.json", 8, 3));
        assertThat(queue.at("Nothing/Here")).isEqualTo(new Written("t.json", 2, 1));
    }

    @Test
    void noticesEveryMention() {
        var graph = ResourceGraph.of(model(Draft.of("s")
                .resource("Q", QUEUE)
                .resource("Shown", QUEUE)
                .resource("P", POLICY, "Text", call("Fn::Sub", "x ${Q.Arn}"), "Deep", list(object("K", ref("Q"))))
                .resource("R", POLICY, "Maybe", Draft.either("C", ref("Q"), "x"))
                .in("Outputs", "O", object("Value", call("Fn::Join", list("", list(ref("Shown"))))))));
        var mentions = Mentions.of(graph);
        var queue = graph.find("s", "Q").orElseThrow();

        assertThat(mentions.of(queue)).extracting(Found::logicalId).containsExactly("P", "R");
        assertThat(mentions.isShown(queue)).isFalse();
        assertThat(mentions.isShown(graph.find("s", "Shown").orElseThrow())).isTrue();
    }

    @Test
    void leavesOutWhatADecidedConditionTakesAway() {
        var graph = ResourceGraph.of(model(Draft.of("s")
                .parameter("Stage")
                .condition("Prod", equal(ref("Stage"), "prod"))
                .resource("Q", QUEUE)
                .onlyIf("Prod")));

        assertThat(graph.all(QUEUE)).hasSize(1);
        assertThat(graph.all(QUEUE).get(0).exists()).isEqualTo(Verdict.UNKNOWN);
        var prod = graph.touched().get(0);
        assertThat(graph.under(Assignment.OPEN.and(prod)).all(QUEUE)).hasSize(1);
        assertThat(graph.under(Assignment.OPEN.and(prod.turned(false))).all(QUEUE))
                .isEmpty();
    }

    private static boolean closed(Draft draft) {
        return ResourceGraph.of(model(draft)).isClosedFor(QUEUE);
    }

    private static Target target(Draft draft, Node reference) {
        var graph = ResourceGraph.of(model(draft.resource("From", POLICY, "To", reference)));
        return graph.all(POLICY).get(0).follow("To");
    }

    @Test
    void followsNothingWhereNothingIsWritten() {
        var graph = ResourceGraph.of(Model.of(List.of(
                Template.of("s", List.of(Resource.of("P", POLICY, ObjectNode.empty(), new Written("t", 1, 1)))))));

        assertThat(graph.all().get(0).follow("To")).isEqualTo(Target.Absent.INSTANCE);
    }
}
