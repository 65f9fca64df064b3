package programs;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Census;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.diagnostic.format.Vantage;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.emit.Synthesizer;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What comes out of a program: its templates, and what was found wrong on the way. */
public final class Outcome {

    private final Model model;

    private Outcome(Model model) {
        this.model = model;
    }

    /** What comes out of this one. */
    public static Outcome of(Blueprint program) {
        return new Outcome(Synthesizer.synthesize(Census.describe(program)));
    }

    public Model model() {
        return model;
    }

    /** The template of a stack. */
    public Template template(String stack) {
        return model.templates().stream()
                .filter(template -> template.stack().equals(stack))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No stack " + stack + " among " + stacks()));
    }

    /** The names of all stacks, in the order of their deployment. */
    public List<String> stacks() {
        return model.templates().stream().map(Template::stack).toList();
    }

    /** The text of a stack's template. */
    public String json(String stack) {
        return new String(JsonWriter.template(template(stack)), StandardCharsets.UTF_8);
    }

    /** The texts of all templates, by the names of their stacks. */
    public TreeMap<String, String> json() {
        var texts = new TreeMap<String, String>();
        for (var stack : stacks()) {
            texts.put(stack, json(stack));
        }
        return texts;
    }

    /** The logical ids, and the sections of templates, that are not the same in another outcome. */
    public TreeSet<String> differences(Outcome other) {
        var mine = parts();
        var theirs = other.parts();
        var names = new TreeSet<>(mine.keySet());
        names.addAll(theirs.keySet());
        names.removeIf(name -> Objects.equals(mine.get(name), theirs.get(name)));
        return names;
    }

    private Map<String, Object> parts() {
        var parts = new HashMap<String, Object>();
        for (var template : model.templates()) {
            template.resources().forEach(resource -> parts.put(resource.logicalId(), resource));
            parts.put(template.stack() + ".sections", template.sections());
        }
        return parts;
    }

    /** A resource, in whichever stack. */
    public Resource resource(String logicalId) {
        for (var template : model.templates()) {
            for (var resource : template.resources()) {
                if (resource.logicalId().equals(logicalId)) {
                    return resource;
                }
            }
        }
        throw new AssertionError("No resource " + logicalId + " among " + ids());
    }

    /** The logical ids of all resources. */
    public TreeSet<String> ids() {
        var ids = new TreeSet<String>();
        for (var template : model.templates()) {
            template.resources().forEach(resource -> ids.add(resource.logicalId()));
        }
        return ids;
    }

    /** The resources of a type, in whichever stack. */
    public List<Resource> resources(String type) {
        var found = new ArrayList<Resource>();
        for (var template : model.templates()) {
            template.resources().stream()
                    .filter(resource -> resource.type().equals(type))
                    .forEach(found::add);
        }
        return found;
    }

    /** A property of a resource, by a path such as {@code ContainerDefinitions/0/Name}. */
    public Node property(String logicalId, String path) {
        return at(resource(logicalId).properties(), path);
    }

    /** What lies at a path in a tree; the name of a function is a step, too. */
    public static Node at(Node tree, String path) {
        var node = tree;
        for (var step : path.split("/")) {
            if (node instanceof CallNode call && call.calls(step)) {
                node = call.argument();
            } else if (node instanceof ListNode list) {
                node = list.items().get(Integer.parseInt(step));
            } else {
                var here = node;
                node = ((ObjectNode) node)
                        .get(step)
                        .orElseThrow(() -> new AssertionError("No " + step + " in " + here));
            }
        }
        return node;
    }

    /** Where a reader is sent to by a property. What lies in a tree without a place of its own has that of its parent. */
    public String place(String logicalId, String path) {
        var resource = resource(logicalId);
        var at = resource.at();
        Node node = resource.properties();
        for (var step : path.split("/")) {
            node = at(node, step);
            at = node.at() == Origin.NOWHERE ? at : node.at();
        }
        return place(at);
    }

    /** A property as JSON on one line. */
    public String text(String logicalId, String path) {
        return text(property(logicalId, path));
    }

    /** A tree as JSON on one line. */
    public static String text(Node node) {
        return new String(JsonWriter.tree(node), StandardCharsets.UTF_8)
                .replaceAll("([\\[{])\\n *", "$1")
                .replaceAll("\\n *([]}])", "$1")
                .replaceAll("\\n *", " ")
                .strip();
    }

    /** The names of the rules that found something, each as often as it did. */
    public List<String> rules() {
        return model.findings().stream().map(each -> each.rule().value()).toList();
    }

    /** The only finding of a rule. */
    public Diagnostic finding(String rule) {
        var found = model.findings().stream()
                .filter(each -> each.rule().value().equals(rule))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(rule + " found " + found + " among " + rules());
        }
        return found.get(0);
    }

    /** Where a reader is sent to by a finding. */
    public String place(String rule) {
        return place(finding(rule).at());
    }

    /** Where a reader is sent to by the first other place of a finding. */
    public String otherPlace(String rule) {
        return place(finding(rule).related().get(0).at());
    }

    /** An origin as a report writes it, such as {@code Shop.java:74}. */
    public static String place(Origin origin) {
        var finding = Diagnostic.of(RuleId.of("a.rule"), Severity.NOTE, origin, "A finding.");
        var line = ReportFormat.plain(Vantage.from(Path.of(""))).text(Report.of(List.of(finding)));
        return line.substring(0, line.indexOf(": NOTE"));
    }
}
