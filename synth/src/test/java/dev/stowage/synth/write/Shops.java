package dev.stowage.synth.write;

import acme.platform.House;
import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.CallSite;
import dev.stowage.schema.origin.Frame;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** Models to write: a network, and a shop that imports from it. */
final class Shops {

    static final Said NETWORK = said("network", "main", "of", 12);
    static final Said SERVICE = said("service", "web", "service", 20);
    static final Said COUNT = said("service", "web", "count", 21);
    static final Said TAG = said("stack", "shop", "tag", 30);
    static final Said HOUSE = Said.of("service", "web", "on", House.word());

    private Shops() {}

    static Said said(String kind, String name, String word, int line) {
        var inner = Frame.remembered("shop.Shop", "lambda$describe$0", "Shop.java", line, false);
        var outer = Frame.remembered("shop.Shop", "main", "Shop.java", 5, false);
        return Said.of(kind, name, word, CallSite.remembered(List.of(inner, outer)));
    }

    static Model model() {
        var wrong = Diagnostic.of(RuleId.of("app.thing.forgotten"), Severity.WARNING, COUNT, "`web` is in no stack.")
                .fix("Name it in a stack.")
                .on("shop", "Web")
                .property("DesiredCount")
                .also("another one is made here", NETWORK)
                .allowed("on purpose");
        return Model.of(List.of(network(), shop()))
                .found(List.of(wrong))
                .allowances(List.of(new Allowance("service", "a trial", TAG)))
                .libraries(List.of("acme.habits"));
    }

    static Template network() {
        var subnet = Resource.of(
                "Subnet",
                "AWS::EC2::Subnet",
                ObjectNode.of("CidrBlock", TextNode.of("10.0.0.0/24").at(NETWORK))
                        .at(NETWORK),
                NETWORK.because("`main` has two zones"));
        return Template.of("network", List.of(subnet)).sections(outputs());
    }

    private static ObjectNode outputs() {
        var export = ObjectNode.of("Name", TextNode.of("network-subnet")).at(TAG);
        var output = ObjectNode.of("Value", Functions.ref("Subnet")).with("Export", export);
        return ObjectNode.of("Outputs", ObjectNode.of("Subnet", output.at(NETWORK)));
    }

    static Template shop() {
        var network = ObjectNode.of(
                "Subnets",
                ListNode.of(
                        TextNode.of("subnet-1"),
                        Functions.importValue(TextNode.of("network-subnet")).at(NETWORK)));
        var properties = ObjectNode.empty()
                .with("DesiredCount", NumberNode.of(3).at(COUNT))
                .with("LaunchType", TextNode.of("FARGATE").at(HOUSE))
                .with("", TextNode.of("an empty key").at(COUNT))
                .with("NetworkConfiguration", network.at(SERVICE));
        var web = Resource.of("Web", "AWS::ECS::Service", properties, SERVICE)
                .attributes(ObjectNode.of("DependsOn", TextNode.of("Rule").at(TAG)))
                .allowances(List.of(new Allowance("service.count", "a small one", COUNT)));
        return Template.of("shop", List.of(web))
                .environment("123456789012", "eu-central-1")
                .arguments(ObjectNode.empty().with("Image", "shop:1"))
                .tags(ObjectNode.empty().with("team", "front"))
                .protect(true)
                .allowances(List.of(new Allowance("network", "given", NETWORK)))
                .at(TAG);
    }
}
