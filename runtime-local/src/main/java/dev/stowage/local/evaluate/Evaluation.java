package dev.stowage.local.evaluate;

import dev.stowage.local.config.Settings;
import dev.stowage.local.stack.Hidden;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.StandIn;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Loops;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model deployed on paper: parameters have values, conditions are decided, functions are worked out, and every resource has
 * a name, an ARN and attributes, those that AWS would make up being made up here, the same ones each time. What nothing gives
 * becomes a finding at the line that needs it, when it is asked for. For one thread.
 */
public final class Evaluation {

    private final Model model;
    private final Settings settings;
    private final Home home;
    private final ResourceGraph graph;
    private final List<StackValues> stacks = new ArrayList<>();
    private final Map<ResourceKey, Grounded> grounded = new LinkedHashMap<>();
    private final Map<String, ResourceKey> names = new LinkedHashMap<>();
    private final Map<String, StandIn> standIns = new LinkedHashMap<>();
    private final Map<String, Diagnostic> findings = new LinkedHashMap<>();
    private final SecretValues secrets;

    private Evaluation(Model model, Settings settings, String region) {
        this.model = model;
        this.graph = ResourceGraph.of(model);
        this.settings = settings;
        this.home = homeOf(model, settings, region);
        for (var template : model.templates()) {
            stacks.add(new StackValues(this, template, homeOf(template)));
        }
        this.secrets = new SecretValues(this, settings.secrets());
    }

    /**
     * A model under these settings.
     *
     * @param region the Region where neither a stack nor the settings name one
     */
    public static Evaluation of(Model model, Settings settings, String region) {
        var evaluation = new Evaluation(model, settings, region);
        if (model.templates().stream().anyMatch(Loops::stand)) {
            evaluation = new Evaluation(evaluation.writtenOut(), settings, region);
        }
        evaluation.ground();
        return evaluation;
    }

    /** The model without its loops. */
    private Model writtenOut() {
        var templates = new ArrayList<Template>();
        for (var stack : stacks) {
            templates.add(Loops.writtenOut(stack.template(), list -> Literals.texts(stack.ground(list))));
        }
        return Model.of(templates).assets(model.assets()).allowances(model.allowances());
    }

    private static Home homeOf(Model model, Settings settings, String region) {
        var regions = model.templates().stream().flatMap(one -> one.region().stream());
        var accounts = model.templates().stream().flatMap(one -> one.account().stream());
        return new Home(
                regions.findFirst().or(settings.local()::region).orElse(region),
                accounts.findFirst().or(settings.local()::account).orElse(Home.NO_ACCOUNT));
    }

    private Home homeOf(Template template) {
        return new Home(
                template.region().orElse(home.region()), template.account().orElse(home.account()));
    }

    private void ground() {
        for (var stack : stacks) {
            for (var resource : stack.template().resources()) {
                if (stack.exists(resource)) {
                    var one = new Grounded(stack, resource);
                    grounded.put(one.key(), one);
                }
            }
        }
        for (var one : grounded.values()) {
            for (var name : PhysicalNames.of(one)) {
                names.putIfAbsent(name, one.key());
            }
        }
    }

    /** Where the run says that it is. */
    public Home home() {
        return home;
    }

    /** The model with parameters, conditions and mappings worked out; references between resources are left. */
    public Model settled() {
        var templates = new ArrayList<Template>();
        for (var stack : stacks) {
            templates.add(stack.settled());
        }
        return Model.of(templates).assets(model.assets());
    }

    /** All resources of a type that exist, stack by stack. */
    public List<Grounded> all(String type) {
        return grounded.values().stream().filter(one -> one.is(type)).toList();
    }

    /** All resources that exist, stack by stack. */
    public List<Grounded> all() {
        return List.copyOf(grounded.values());
    }

    /** The resource that goes by this ARN, id or name. */
    public Optional<Grounded> named(String name) {
        return Optional.ofNullable(names.get(name)).map(grounded::get);
    }

    /** The resource of this type that goes by this ARN, id or name. */
    public Optional<Grounded> named(String type, String name) {
        var known = named(name).filter(one -> one.is(type));
        return known.isPresent()
                ? known
                : all(type).stream()
                        .filter(one -> PhysicalNames.of(one).contains(name))
                        .findFirst();
    }

    /** The resource that a user calls like this: by the program's name, the logical id, or {@code Stack/LogicalId}. */
    public Optional<Grounded> called(String name) {
        return grounded.values().stream().filter(one -> one.isCalled(name)).findFirst();
    }

    /** The local value of what a container's {@code ValueFrom} means; empty where nothing gives one. */
    public Optional<Hidden> secret(String valueFrom) {
        return secrets.value(valueFrom);
    }

    /** Whether a text holds a secret that CloudFormation would have written into it. */
    public boolean isHidden(String text) {
        return secrets.isIn(text);
    }

    /** The host name that stands for a resource. */
    public String hostOf(Grounded resource) {
        return PhysicalNames.host(resource);
    }

    /** The address to which calls of a service of AWS go, as tasks reach it; the settings name one. */
    public String endpoint(String service) {
        return Endpoints.reached(settings.local().endpoints().getOrDefault(service, ""), service, this);
    }

    /** What was found missing so far, each once. */
    public List<Diagnostic> findings() {
        return List.copyOf(findings.values());
    }

    /** The host names that were made up so far and handed out. */
    public List<StandIn> standIns() {
        return List.copyOf(standIns.values());
    }

    /** What the user says beside the model. */
    public Settings settings() {
        return settings;
    }

    void found(Diagnostic finding) {
        findings.putIfAbsent(finding.rule() + " " + finding.message(), finding);
    }

    void standIn(StandIn one) {
        standIns.putIfAbsent(one.host(), one);
    }

    List<StackValues> stacks() {
        return stacks;
    }

    ResourceGraph graph() {
        return graph;
    }

    @Nullable
    Grounded resource(ResourceKey key) {
        return grounded.get(key);
    }

    /** What an export is, where a stack of this model makes it. */
    @Nullable
    Node export(String name) {
        for (var stack : stacks) {
            var value = stack.export(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    SecretValues secrets() {
        return secrets;
    }
}
