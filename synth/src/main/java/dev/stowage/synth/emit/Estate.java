package dev.stowage.synth.emit;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.schedule.EventRule;
import dev.stowage.dsl.service.Job;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.dsl.task.Runner;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.dsl.traffic.WebListener;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.expression.Condition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an app describes, each thing once: which copy of it counts, and which stack it belongs to.
 *
 * <ol>
 *   <li>A thing that a stack names belongs to that stack, and the copy that it names counts.
 *   <li>A listener that no stack names belongs with its load balancer, an access point with its file system, and an
 *       endpoint with its namespace, if that is made here.
 *   <li>Anything else comes along with the only stack that uses it.
 * </ol>
 */
public final class Estate {

    private final App app;
    private final Map<String, Holding> holdings = new TreeMap<>();
    private final IdentityHashMap<Thing, Holding> found = new IdentityHashMap<>();
    private final IdentityHashMap<Thing, String> stems = new IdentityHashMap<>();
    private final IdentityHashMap<Stack, List<Thing>> belongings = new IdentityHashMap<>();
    private final IdentityHashMap<Thing, Boolean> reached = new IdentityHashMap<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    private Estate(App app) {
        this.app = app;
    }

    /** The estate of an app. */
    public static Estate of(App app) {
        var estate = new Estate(app);
        estate.name();
        estate.walk();
        for (var holding : estate.holdings.values()) {
            if (holding.isDisputed()) {
                estate.findings.addAll(Disputes.of(holding));
            }
            estate.hand(holding);
        }
        return estate;
    }

    /** The app. */
    public App app() {
        return app;
    }

    /** What is wrong with names, copies and owners. */
    public List<Diagnostic> findings() {
        return findings;
    }

    /** The copy of a thing that counts. */
    @SuppressWarnings("unchecked")
    public <T extends Thing> T current(T thing) {
        var holding = find(thing);
        return holding == null ? thing : (T) holding.current();
    }

    /** The stack that a thing belongs to; none for what exists already, and for what has no rightful owner. */
    public Optional<Stack> owner(Thing thing) {
        var holding = find(thing);
        return holding == null ? Optional.empty() : holding.owner(this);
    }

    /** Whether a thing belongs to a stack. */
    public boolean isOwner(Stack stack, Thing thing) {
        return owner(thing).orElse(null) == stack;
    }

    /**
     * The part of a logical id that a thing gives to all its resources. A renamed thing keeps its old one, a listener
     * follows its load balancer, and an endpoint its namespace.
     */
    public String stem(Thing thing) {
        var known = stems.get(thing);
        if (known == null) {
            known = stemOf(current(thing));
            stems.put(thing, known);
        }
        return known;
    }

    private String stemOf(Thing current) {
        if (current instanceof WebListener<?, ?> listener
                && listener.locator().isEmpty()
                && current.particulars().formerly().isEmpty()) {
            return stem(listener.listening().balancer()) + listener.listening().port();
        }
        if (current instanceof Runner
                && !(current instanceof Service)
                && current instanceof Job job
                && current.particulars().formerly().isEmpty()) {
            return stem(job.service()) + Names.pascal(job.name());
        }
        if (current instanceof Place
                && !(current instanceof AnyBalancer)
                && current instanceof Endpoint endpoint
                && current.particulars().formerly().isEmpty()) {
            return stem(endpoint.namespace()) + Names.pascal(endpoint.name()) + "Endpoint";
        }
        return Names.pascal(current.particulars().formerly().orElse(current.name()));
    }

    /** The condition under which a thing exists: its own, and that of the thing it belongs with, too. */
    public Optional<Condition> condition(Thing thing) {
        var current = current(thing);
        var own = current.particulars().onlyIf();
        var home = home(current);
        return home.isPresent() ? both(own, condition(home.get())) : own;
    }

    /** The condition under which all of these things exist that a stack owns. */
    Optional<Condition> condition(List<Thing> things, Stack stack) {
        var all = Optional.<Condition>empty();
        for (var thing : things) {
            all = isOwner(stack, thing) ? both(all, condition(thing)) : all;
        }
        return all;
    }

    private static Optional<Condition> both(Optional<Condition> one, Optional<Condition> other) {
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return one.isEmpty() ? other : one;
        }
        return Optional.of(one.get().and(other.get()));
    }

    /** The things that belong to a stack, by their keys. */
    public List<Thing> thingsOf(Stack stack) {
        return belongings.getOrDefault(stack, List.of());
    }

    private void hand(Holding holding) {
        var owner = holding.owner(this);
        if (owner.isPresent()) {
            var things = belongings.get(owner.get());
            if (things == null) {
                things = new ArrayList<>();
                belongings.put(owner.get(), things);
            }
            things.add(holding.current());
        }
    }

    /** The listeners of a load balancer, by their keys. */
    public List<WebListener<?, ?>> listeners(AnyBalancer balancer) {
        var listeners = new ArrayList<WebListener<?, ?>>();
        for (var listener : listeners()) {
            if (listener.listening().balancer().key().equals(balancer.key())) {
                listeners.add(listener);
            }
        }
        return listeners;
    }

    /** All listeners of the app, by their keys. */
    List<WebListener<?, ?>> listeners() {
        var listeners = new ArrayList<WebListener<?, ?>>();
        for (var holding : holdings.values()) {
            if (holding.current() instanceof WebListener<?, ?> listener) {
                listeners.add(listener);
            }
        }
        return listeners;
    }

    /** All that runs tasks, by their keys. */
    public List<Runner> runners() {
        return all(Runner.class);
    }

    /** All log groups that are made here, by their keys. */
    public List<LogGroup> logGroups() {
        return all(LogGroup.class);
    }

    /** All APIs of the app, by their keys. */
    public List<HttpApi> apis() {
        return all(HttpApi.class);
    }

    /** All load balancers of the app, by their keys. */
    public List<AnyBalancer> balancers() {
        return all(AnyBalancer.class);
    }

    /** All services of the app, by their keys. */
    public List<Service> services() {
        return all(Service.class);
    }

    /** All rules of EventBridge of the app, by their keys. */
    public List<EventRule> rules() {
        return all(EventRule.class);
    }

    /** All things of a type that the app makes, by their keys. */
    public <T> List<T> all(Class<T> type) {
        var things = new ArrayList<T>();
        for (var holding : holdings.values()) {
            if (type.isInstance(holding.current())) {
                things.add(type.cast(holding.current()));
            }
        }
        return things;
    }

    /** What a thing refers to directly. */
    public List<Thing> mentioned(Thing thing) {
        return Mentions.of(thing);
    }

    /** Whether a value, this very one, is part of what the app describes. */
    boolean isReached(Thing thing) {
        return reached.containsKey(thing);
    }

    /** The values that are part of what the app describes. */
    Set<Thing> reached() {
        return reached.keySet();
    }

    /** Emitters ask for the same few things a thousand times, and a key is a text that has to be put together. */
    private @Nullable Holding find(Thing thing) {
        var holding = found.get(thing);
        if (holding == null) {
            holding = holdings.get(thing.key());
            if (holding != null) {
                found.put(thing, holding);
            }
        }
        return holding;
    }

    private Holding holding(Thing thing) {
        var key = thing.key();
        var holding = holdings.get(key);
        if (holding == null) {
            holding = new Holding();
            holdings.put(key, holding);
        }
        return holding;
    }

    private void name() {
        for (var stack : app.stacks()) {
            for (var root : stack.roots()) {
                holding(root).name(stack, root);
            }
        }
    }

    private void walk() {
        for (var stack : app.stacks()) {
            var seen = new IdentityHashMap<Thing, Boolean>();
            for (var root : stack.roots()) {
                visit(root, stack, seen);
            }
            for (var thing : Mentions.of(stack)) {
                visit(thing, stack, seen);
            }
        }
    }

    private void visit(Thing thing, Stack stack, IdentityHashMap<Thing, Boolean> seen) {
        if (seen.put(thing, true) != null) {
            return;
        }
        reached.put(thing, true);
        if (isHolding(thing)) {
            var holding = holding(thing);
            holding.use(stack, thing);
            if (holding.isNamedOnlyElsewhere(stack)) {
                return;
            }
        }
        for (var mentioned : Mentions.of(thing)) {
            visit(mentioned, stack, seen);
        }
    }

    /** Containers and tasks are parts of their service; a place that exists is only ever looked up. */
    private static boolean isHolding(Thing thing) {
        return thing instanceof Runner
                || thing instanceof Cluster
                || thing instanceof Vpc
                || thing instanceof AnyBalancer
                || thing instanceof WebListener
                || thing instanceof Place place && place.locator().isEmpty();
    }

    /** Whether a thing has resources of its own, and so must belong to a stack. */
    static boolean isMadeHere(Thing thing) {
        return !(thing instanceof Vpc network && network.locator().isPresent()
                || thing instanceof Cluster cluster && cluster.locator().isPresent()
                || thing instanceof Place place && place.locator().isPresent());
    }

    /** The thing whose stack a thing belongs to unless a stack names it. */
    static Optional<? extends Thing> home(Thing thing) {
        if (thing instanceof AnyListener listener) {
            return Optional.of(listener.listening().balancer());
        }
        return thing instanceof Place place
                        && place.home().isPresent()
                        && isMadeHere(place.home().get())
                ? place.home()
                : Optional.empty();
    }
}
