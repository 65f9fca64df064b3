package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.resource.Ec2Subnet;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** Rules about a load balancer by itself: {@code balancer.subnets}, {@code balancer.name}. */
final class BalancerForm implements Family {

    static final Rule SUBNETS = Rule.of("balancer.subnets", Severity.ERROR);

    static final Rule NAME = Rule.of("balancer.name", Severity.ERROR);

    private static final int FEWEST = 2;

    @Override
    public String judges() {
        return ElbLoadBalancer.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(SUBNETS, NAME);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        if (rule == NAME) {
            name(subject, findings);
            return;
        }
        var type = subject.view(ElbLoadBalancer.EMPTY).type().orDefault("application");
        var count = count(subject);
        if (type.is("application") && count > 0 && count < FEWEST) {
            var message = "`" + subject.name() + "` stands in one subnet, and an Application Load Balancer stands in "
                    + FEWEST + " of different zones or more.";
            findings.add(
                    findings.fault("Subnets", message)
                            .fix(findings.advice(
                                    "Name two subnets or more, of different zones, where the network is described.",
                                    "Add a subnet of another zone.")),
                    type);
        }
    }

    private static void name(Found subject, Findings findings) {
        var name = subject.view(ElbLoadBalancer.EMPTY).name();
        var text = name.or("");
        if (text.startsWith("-") || text.endsWith("-") || text.startsWith("internal-")) {
            var message = "`" + subject.name() + "` is called `" + text
                    + "`, and the name of a load balancer neither begins nor ends with a hyphen nor begins with internal-.";
            findings.add(findings.fault("Name", name, message).fix("Write another name, or leave `Name` out."), name);
        }
    }

    /** In how many subnets it stands; 0 where that is unknown, as an item may hand in a list. */
    private static int count(Found subject) {
        if (!(subject.resource().properties().peek("Subnets") instanceof ListNode list)) {
            return 0;
        }
        for (var item : list.items()) {
            var isSubnet = item instanceof TextNode
                    || subject.follow(item) instanceof Target.Held held && held.is(Ec2Subnet.TYPE);
            if (!isSubnet) {
                return 0;
            }
        }
        return list.items().size();
    }
}
