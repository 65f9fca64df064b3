package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The joined view of a model: all resources of all stacks, found by name and by type, with their references followed, across
 * stacks where the model holds both ends.
 *
 * <p>A graph may take some conditions for decided, see {@link #under}. What depends on an open condition reads as unknown,
 * and the graph notes that it was touched, so that whoever asks can ask again under each way it can turn out: {@link
 * Branches} does that. For that note a graph belongs to one thread; the model and everything under it is shared.
 */
public final class ResourceGraph {

    private final Universe universe;
    private final Assignment assignment;
    private final List<Decision> touched = new ArrayList<>(0);

    private ResourceGraph(Universe universe, Assignment assignment) {
        this.universe = universe;
        this.assignment = assignment;
    }

    /** The graph of a model, with every condition open. */
    public static ResourceGraph of(Model model) {
        return new ResourceGraph(new Universe(model), Assignment.OPEN);
    }

    /** The same resources, with these conditions decided and nothing touched yet. */
    public ResourceGraph under(Assignment decided) {
        return new ResourceGraph(universe, decided);
    }

    /** What is taken for decided. */
    public Assignment assignment() {
        return assignment;
    }

    /** The open conditions that an answer would have depended on, in the order in which they were met. */
    public List<Decision> touched() {
        return List.copyOf(touched);
    }

    /** Whether conditions can turn out like this all at once; unknown where that takes too long to find out. */
    public Verdict isConsistent(Assignment wanted) {
        var verdict = Verdict.HOLDS;
        for (var stack : universe.stacks()) {
            var decisions = wanted.in(stack);
            var ours = decisions.isEmpty() ? Verdict.HOLDS : stack.conditions().areConsistent(decisions);
            if (ours == Verdict.FAILS) {
                return ours;
            }
            verdict = ours == Verdict.UNKNOWN ? ours : verdict;
        }
        return verdict;
    }

    /** Whether there is a resource of this type, under whatever condition. */
    public boolean holds(String type) {
        return !universe.entries(type).isEmpty();
    }

    /**
     * All resources of a type, stack by stack, in the order in which they were written. One that a decided condition takes
     * away is left out; one whose condition is open is among them: ask {@link Found#exists} before relying on it.
     */
    public List<Found> all(String type) {
        var entries = universe.entries(type);
        var found = new ArrayList<Found>(entries.size());
        for (var entry : entries) {
            if (!isGone(entry)) {
                found.add(new Found(this, entry));
            }
        }
        return found;
    }

    /** All resources, stack by stack, in the order in which they were written; as {@link #all(String)}. */
    public List<Found> all() {
        var found = new ArrayList<Found>();
        for (var stack : universe.stacks()) {
            for (var entry : stack.entries()) {
                if (!isGone(entry)) {
                    found.add(new Found(this, entry));
                }
            }
        }
        return found;
    }

    /** The resource of this name in this stack; of two stacks of one name, the first. */
    public Optional<Found> find(String stack, String logicalId) {
        for (var each : universe.stacks()) {
            if (each.template().stack().equals(stack)) {
                var entry = each.entry(logicalId);
                return entry == null || isGone(entry) ? Optional.empty() : Optional.of(new Found(this, entry));
            }
        }
        return Optional.empty();
    }

    /** The stack that a nested stack is made of, where the model holds it. */
    public Optional<Template> inner(Found nested) {
        var child = nested.is(NestedStacks.TYPE) ? universe.child(nested.entry()) : null;
        return child == null ? Optional.empty() : Optional.of(child.template());
    }

    /** The same resource under what this graph takes for decided. */
    public Found again(Found other) {
        return new Found(this, other.entry());
    }

    /**
     * Whether the graph holds every resource of these types that can have to do with the ones it holds, so that one may
     * conclude from what is missing. Open are templates that a transform or a macro may fill up, loops that make such a
     * resource, nested stacks that the model does not hold, and imports of what no stack of the model exports.
     */
    public boolean isClosedFor(String... types) {
        return new Closedness(this, types).isClosed();
    }

    /**
     * Whether all resources of these types that its own templates make stand in them: no transform or macro, and no loop,
     * adds one. Enough to conclude from what is missing where nothing outside can have to do with the matter.
     */
    public boolean isWrittenOutFor(String... types) {
        return new Closedness(this, types).isWrittenOut();
    }

    /** What a condition is: by decision, or in every deployment; an open one is noted as touched. */
    Verdict condition(Stack stack, String name) {
        var decision = assignment.about(stack, name);
        if (decision != null) {
            return decision.holds() ? Verdict.HOLDS : Verdict.FAILS;
        }
        var always = stack.conditions().always(name);
        if (always == Verdict.UNKNOWN && stack.conditions().isOpen(name) && universe.parent(stack) == null) {
            touch(new Decision(stack, name, true));
        }
        return always;
    }

    private void touch(Decision decision) {
        for (var each : touched) {
            if (each.isAbout(decision)) {
                return;
            }
        }
        touched.add(decision);
    }

    /** Whether what is decided takes the resource away; touches nothing. */
    private boolean isGone(Entry entry) {
        var name = entry.condition();
        if (name.isEmpty()) {
            return false;
        }
        var decision = assignment.about(entry.stack(), name);
        return decision == null ? entry.stack().conditions().always(name) == Verdict.FAILS : !decision.holds();
    }

    Scope scope(Stack stack) {
        return new StackScope(this, stack);
    }

    Universe universe() {
        return universe;
    }

    /** What functions become in one stack. */
    private static final class StackScope implements Scope {

        private final ResourceGraph graph;
        private final Stack stack;

        private StackScope(ResourceGraph graph, Stack stack) {
            this.graph = graph;
            this.stack = stack;
        }

        @Override
        public Outcome resolve(Node node) {
            return new Resolver(graph).resolve(stack, node);
        }
    }
}
