package dev.stowage.synth.write;

import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model knows beyond its templates, as {@code stowage.json} holds it; see the description of this package. */
final class MemoryDocument {

    static final String FILE = "stowage.json";

    /** The document and its entries are laid out line by line; what an entry holds stands on its line. */
    static final int LEVELS = 2;

    private static final int FORMAT = 1;

    private final OriginTable origins = new OriginTable();
    private final List<Node> stacks = new ArrayList<>();
    private final List<Node> resources = new ArrayList<>();

    private MemoryDocument() {}

    /** The memory of a model whose stacks are called so and have these template files. */
    static ObjectNode of(Model model, List<String> names, Collection<String> files) {
        return new MemoryDocument().document(model, names, files);
    }

    private ObjectNode document(Model model, List<String> names, Collection<String> files) {
        for (var i = 0; i < names.size(); i++) {
            stack(names.get(i), model.templates().get(i));
        }
        var findings = findings(model.findings());
        var allowances = allowances(model.allowances());
        return ObjectNode.empty()
                .with("format", NumberNode.of(FORMAT))
                .with("files", texts(files))
                .with("libraries", texts(model.libraries()))
                .with("allowances", allowances)
                .with("findings", findings)
                .with("stacks", ListNode.of(stacks))
                .with("resources", ListNode.of(resources))
                .with("origins", origins.origins())
                .with("frames", origins.frames());
    }

    private void stack(String name, Template template) {
        var entry = origins.mark(ObjectNode.of("stack", TextNode.of(name)), template.at());
        entry = with(entry, "sections", origins.marks(template.sections(), Origin.NOWHERE));
        stacks.add(with(entry, template.allowances()));
        for (var resource : template.resources()) {
            resource(name, resource);
        }
    }

    private void resource(String stack, Resource resource) {
        var entry = ObjectNode.of("stack", TextNode.of(stack)).with("resource", resource.logicalId());
        var marked = origins.mark(entry, resource.at());
        marked = with(marked, "attributes", origins.marks(resource.attributes(), resource.at()));
        marked = with(marked, "properties", origins.marks(resource.properties(), resource.at()));
        marked = with(marked, resource.allowances());
        if (marked.size() > entry.size()) {
            resources.add(marked);
        }
    }

    private static ObjectNode with(ObjectNode object, String key, @Nullable Node value) {
        return value == null ? object : object.with(key, value);
    }

    private ObjectNode with(ObjectNode object, List<Allowance> allowances) {
        return allowances.isEmpty() ? object : object.with("allowances", allowances(allowances));
    }

    private ListNode allowances(List<Allowance> allowances) {
        var nodes = new ArrayList<Node>();
        for (var allowance : allowances) {
            var node = ObjectNode.empty().with("rule", allowance.rule()).with("reason", allowance.reason());
            nodes.add(origins.mark(node, allowance.at()));
        }
        return ListNode.of(nodes);
    }

    private ListNode findings(List<Diagnostic> findings) {
        var nodes = new ArrayList<Node>();
        for (var finding : findings) {
            nodes.add(finding(finding));
        }
        return ListNode.of(nodes);
    }

    private ObjectNode finding(Diagnostic finding) {
        var node = ObjectNode.builder();
        node.put("rule", TextNode.of(finding.rule().value()));
        node.put("severity", TextNode.of(finding.severity().name()));
        node.put("message", TextNode.of(finding.message()));
        finding.fix().ifPresent(fix -> node.put("fix", TextNode.of(fix)));
        finding.stack().ifPresent(stack -> node.put("stack", TextNode.of(stack)));
        finding.resource().ifPresent(resource -> node.put("resource", TextNode.of(resource)));
        finding.property().ifPresent(property -> node.put("property", TextNode.of(property)));
        finding.allowance().ifPresent(reason -> node.put("allowed", TextNode.of(reason)));
        node.put("related", related(finding.related()));
        return origins.mark(node.build(), finding.at());
    }

    private ListNode related(List<Diagnostic.Related> related) {
        var nodes = new ArrayList<Node>();
        for (var each : related) {
            nodes.add(origins.mark(ObjectNode.of("how", TextNode.of(each.how())), each.at()));
        }
        return ListNode.of(nodes);
    }

    private static ListNode texts(Collection<String> texts) {
        var nodes = new ArrayList<Node>();
        for (var text : texts) {
            nodes.add(TextNode.of(text));
        }
        return ListNode.of(nodes);
    }
}
