package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.KeyValuePair;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** The rule about a container that calls another one of its task by name: {@code container.variable.sibling}. */
final class SiblingNames implements Family {

    static final Rule SIBLING = Rule.of("container.variable.sibling", Severity.WARNING);

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(SIBLING);
    }

    /** Where services are found by Service Connect, such a name may be that of a service. */
    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        if (!task.networkMode().is("awsvpc") || Families.says(graph, "ServiceConnectConfiguration")) {
            return;
        }
        var at = 0;
        for (var container : task.containerDefinitions()) {
            var position = 0;
            for (var variable : container.environment()) {
                var property = "ContainerDefinitions/" + at + "/Environment/" + position++ + "/Value";
                variable(task, container, variable, property, findings);
            }
            at++;
        }
    }

    private static void variable(
            EcsTaskDefinition task,
            ContainerDefinition container,
            KeyValuePair variable,
            String property,
            Findings findings) {
        var value = variable.tree().peek("Value") instanceof TextNode text ? host(text.value()) : "";
        for (var other : task.containerDefinitions()) {
            if (!value.isEmpty() && other.name().is(value) && !value.equals("localhost")) {
                var message = "`" + container.name().or("a container") + "` calls `" + value + "` by `"
                        + variable.name().or("") + "`, a container of its own task, which has no name in its network.";
                findings.add(
                        findings.fault(property, message)
                                .fix("Write localhost: the containers of a task share one address."),
                        task.networkMode(),
                        other.name());
            }
        }
    }

    /** The host of an address such as {@code redis://cache:6379/0}; empty for other texts. */
    private static String host(String value) {
        var scheme = value.indexOf("://");
        if (scheme < 0) {
            return "";
        }
        var end = scheme + 3;
        var begin = end;
        while (end < value.length() && value.charAt(end) != '/' && value.charAt(end) != '?') {
            begin = value.charAt(end) == '@' ? end + 1 : begin;
            end++;
        }
        var host = value.substring(begin, end);
        var colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }
}
