package dev.stowage.synth.emit.ec2;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Id;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.network.Entrance;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.task.Protocol;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.List;

/** Security groups that several things share: who takes part in them, and who is let in. */
public final class SharedGroups {

    /** As many as a network interface has unless AWS raises it, and as many as ECS takes for a task. */
    private static final int MOST = 5;

    private static final String GROUP = "SharedSecurityGroup";
    private static final String NAMED = "security-group/";

    private SharedGroups() {}

    /** Adds a group that is made here. */
    public static void emit(SecurityGroup group, Emission out) {
        SecurityGroups.emit(group, GROUP, group.network().orElseThrow(), "Shared as", out);
    }

    /** The id of a group. */
    public static Node id(SecurityGroup said, Emission out) {
        var group = out.estate().current(said);
        if (group.locator().isEmpty()) {
            return out.ref(group, GROUP, "GroupId");
        }
        return located(group, group.locator().get(), out).at(group.particulars().at("existing"));
    }

    private static Node located(SecurityGroup group, Locator locator, Emission out) {
        var value = locator instanceof Arn arn
                ? arn.value()
                        .substring(
                                arn.value().indexOf(NAMED) < 0 ? 0 : arn.value().indexOf(NAMED) + NAMED.length())
                : locator instanceof Id id ? id.value() : "sg-";
        if (!value.startsWith("sg-")) {
            out.find(
                    "network.group.id",
                    group.particulars().at("existing"),
                    "`" + value + "` is no id of a security group, which begins with `sg-`.",
                    "Write id(\"sg-…\"), or let it be handed in: parameter(\"…\").");
        }
        return locator instanceof Arn
                ? TextNode.of(value)
                : out.locate(group, locator, "AWS::EC2::SecurityGroup::Id", "GroupId");
    }

    /**
     * Lets a thing into groups and answers the logical ids of the rules.
     *
     * @param thing who is let in
     * @param own its security group
     */
    public static List<String> admit(Thing thing, List<Entrance> entrances, Node own, Emission out) {
        var rules = new ArrayList<String>(entrances.size());
        for (var entrance : entrances) {
            var suffix = suffix(entrance, out);
            var rule = out.estate().stem(thing) + suffix;
            if (!rules.contains(rule)) {
                rules.add(rule);
                var particulars = thing.particulars();
                var word = "reaches " + entrance.group().name();
                var at = Said.of(
                        particulars.kind(),
                        particulars.name(),
                        "reaches",
                        particulars.lines().at(word));
                SecurityGroups.admitGroup(thing, suffix, id(entrance.group(), out), own, entrance.port(), at, out);
            }
        }
        return rules;
    }

    private static String suffix(Entrance entrance, Emission out) {
        var port = entrance.port();
        return "To" + out.estate().stem(entrance.group())
                + (port.protocol() == Protocol.UDP ? "Udp" : "")
                + port.number() + "Ingress";
    }

    /** Adds the groups that a thing takes part in to those that it has, each once. */
    public static void join(List<SecurityGroup> joined, List<Node> groups, Emission out) {
        for (var group : joined) {
            var id = id(group, out);
            if (!groups.contains(id)) {
                groups.add(id);
            }
        }
    }

    /** Finds more groups than the tasks of a thing can take part in. */
    public static void check(Thing thing, List<Node> groups, Emission out) {
        if (groups.size() > MOST) {
            out.find(
                    "network.groups",
                    thing.particulars().at("joins"),
                    "`" + thing.name() + "` takes part in " + groups.size() + " security groups, and ECS takes " + MOST
                            + ".",
                    "Leave some out: it has one of its own, one for each endpoint that it offers, and those that it joins.");
        }
    }
}
