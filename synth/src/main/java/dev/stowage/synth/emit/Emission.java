package dev.stowage.synth.emit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Handed;
import dev.stowage.dsl.app.Id;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Made;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.expression.Context;
import dev.stowage.schema.expression.Parameter;
import dev.stowage.schema.expression.Referable;
import dev.stowage.schema.graph.Asset;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The template of one stack in the making: what emitters write to. It names resources, declares what expressions ask for,
 * and turns a reference to a thing of another stack into an export there and an import here.
 */
public final class Emission implements Context {

    private final Synthesis synthesis;
    private final Stack stack;
    private final Map<String, Resource> resources = new TreeMap<>();
    private final Map<String, Thing> makers = new HashMap<>();
    private final Set<String> collided = new HashSet<>();
    private final Map<String, Parameter> parameters = new TreeMap<>();
    private final Map<String, ObjectNode> mappings = new TreeMap<>();
    private final Map<String, Node> conditions = new TreeMap<>();
    private final Map<String, ObjectNode> outputs = new TreeMap<>();
    private final Set<String> importsFrom = new TreeSet<>();
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

    Emission(Synthesis synthesis, Stack stack) {
        this.synthesis = synthesis;
        this.stack = stack;
    }

    /** The app of which this stack is a part. */
    public Estate estate() {
        return synthesis.estate();
    }

    /** The numbers of all routes of the app among the rules of their listeners. */
    public Priorities priorities() {
        return synthesis.priorities();
    }

    /** The stack. */
    public Stack stack() {
        return stack;
    }

    /** Adds a resource and answers its logical id. */
    @CanIgnoreReturnValue
    public String add(Draft draft) {
        var id = estate().stem(draft.thing()) + draft.suffix();
        var resource = Finish.of(id, draft, this);
        var before = resources.putIfAbsent(id, resource);
        if (draft.kind().isPresent()) {
            kinds.add(draft.kind().get());
        }
        var maker = makers.putIfAbsent(id, draft.thing());
        if (before != null && maker != null) {
            collide(id, draft.thing(), maker);
        }
        return id;
    }

    /** Whether a thing has this resource already. */
    public boolean holds(Thing thing, String suffix) {
        return resources.containsKey(estate().stem(thing) + suffix);
    }

    /** Two things that give one logical id give many; they are told of once. */
    private void collide(String id, Thing thing, Thing other) {
        if (collided.add(thing.key() + "\n" + other.key())) {
            find(Diagnostic.of(
                            RuleId.of("name.collision"),
                            Severity.ERROR,
                            thing.particulars().birth(),
                            "`" + thing.name() + "` and `" + other.name() + "` of stack `" + stack.name()
                                    + "` both make a resource with the logical id `" + id + "`.")
                    .also("the other one is made here", other.particulars().birth())
                    .fix("Give one of them another name."));
        }
    }

    /** Notes raw words about resources that a thing does not have, once the thing is emitted; begins the next thing. */
    void finish(Thing thing) {
        if (estate().stem(thing).isEmpty()) {
            find(
                    "name.form",
                    thing.particulars().birth(),
                    "`" + thing.name() + "` is the name of a "
                            + thing.particulars().kind()
                            + ", and it holds no letter or digit of which a logical id could be made.",
                    "Give it a name with letters from A to Z.");
        }
        refuse(thing, kinds);
        complain(thing);
        if (thing instanceof Runner runner) {
            refuse(runner.task(), EnumSet.of(Kind.TASK_DEFINITION));
            complain(runner.task());
            for (var container : runner.task().containers()) {
                refuse(container, EnumSet.of(Kind.CONTAINER));
                complain(container);
            }
        }
        kinds.clear();
    }

    private void complain(Thing thing) {
        for (var complaint : thing.particulars().complaints()) {
            find(complaint);
        }
    }

    private void refuse(Thing thing, Set<Kind> has) {
        for (var raw : thing.particulars().raws()) {
            if (!has.contains(raw.of())) {
                find(
                        "raw.kind.absent",
                        raw.at(),
                        "The " + thing.particulars().kind() + " `" + thing.name() + "` has no " + raw.of()
                                + " to write `" + raw.path() + "` to.",
                        "Name one of the resources that it has: " + has + ".");
            }
        }
    }

    /** Notes something that a deployment uploads before it begins. */
    public void upload(Asset asset) {
        synthesis.upload(asset);
    }

    /** Notes something wrong with what the user described. */
    public void find(Diagnostic finding) {
        synthesis.find(finding.in(stack.name()));
    }

    /** Notes an error in a word about a thing. */
    public void find(String rule, Origin at, String message, String fix) {
        find(Diagnostic.of(RuleId.of(rule), Severity.ERROR, at, message).fix(fix));
    }

    /** A length of time in whole seconds; a part of a second is an error at the word that said it. */
    public int seconds(Duration time, Origin at) {
        if (time.getNano() != 0 || time.isNegative() || time.getSeconds() > Integer.MAX_VALUE) {
            find(
                    "duration.seconds",
                    at,
                    "`" + spoken(time) + "` is no whole number of seconds, and AWS counts in whole seconds.",
                    "Write a whole number of seconds, such as Duration.ofSeconds(30).");
        }
        return (int) Math.max(0, Math.min(time.getSeconds(), Integer.MAX_VALUE));
    }

    /** A length of time in whole minutes; a part of a minute is an error at the word that said it. */
    public int minutes(Duration time, Origin at) {
        if (time.getNano() != 0 || time.isNegative() || time.getSeconds() % 60 != 0) {
            find(
                    "duration.minutes",
                    at,
                    "`" + spoken(time) + "` is no whole number of minutes, and AWS counts in whole minutes here.",
                    "Write Duration.ofMinutes(…).");
        }
        return (int) Math.max(0, Math.min(time.getSeconds() / 60, Integer.MAX_VALUE));
    }

    private static String spoken(Duration time) {
        return BigDecimal.valueOf(time.getSeconds())
                        .add(BigDecimal.valueOf(time.getNano(), 9))
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }

    /** A reference to a resource of a thing: what {@code Ref} answers. */
    public Node ref(Thing thing, String suffix) {
        return ref(thing, suffix, "Ref");
    }

    /** A reference to an attribute of a resource of a thing, or to what {@code Ref} answers. */
    public Node ref(Thing thing, String suffix, String attribute) {
        var id = estate().stem(thing) + suffix;
        var owner = estate().owner(thing).orElse(stack);
        if (owner == stack) {
            return own(id, attribute);
        }
        importsFrom.add(owner.name());
        return Functions.importValue(TextNode.of(synthesis.emission(owner).export(thing, id, attribute)));
    }

    private static Node own(String id, String attribute) {
        return attribute.equals("Ref") ? Functions.ref(id) : Functions.getAtt(id, attribute);
    }

    /** Exports a value of this stack for another one, once, and answers the name of the export. */
    private String export(Thing thing, String id, String attribute) {
        var name = stack.name() + "-" + id + "-" + attribute.replace('.', '-');
        var export = ObjectNode.of("Name", TextNode.of(name));
        var output = shown(own(id, attribute), List.of(thing)).with("Export", export);
        outputs.put("Export" + id + Names.pascal(attribute), output);
        return name;
    }

    /** An output, under the condition of the things that it shows. */
    private ObjectNode shown(Node value, List<Thing> things) {
        var output = ObjectNode.of("Value", value);
        var condition = estate().condition(things, stack);
        return condition.isEmpty()
                ? output
                : output.with("Condition", condition.get().name(this));
    }

    /** The names of the stacks from which this one imports. */
    Set<String> importsFrom() {
        return importsFrom;
    }

    /**
     * What stands in the template for the id of an existing thing.
     *
     * @param thing the thing
     * @param locator how it is found
     * @param type the type of the parameter that hands it in, such as {@code AWS::EC2::VPC::Id}
     * @param word what is handed in: the end of the parameter's name where it comes from the parameter store
     */
    public Node locate(Thing thing, Locator locator, String type, String word) {
        if (locator instanceof Id id) {
            return TextNode.of(id.value());
        }
        if (locator instanceof Arn arn) {
            return TextNode.of(arn.value());
        }
        if (!(locator instanceof Handed handed)) {
            var made = (Made) locator;
            return attribute(made.thing(), made.attribute());
        }
        return switch (handed.by()) {
            case PARAMETER -> parameter(Parameter.of(handed.name(), type, handed.site()));
            case EXPORT -> Functions.importValue(TextNode.of(handed.name()));
            case SSM ->
                parameter(Parameter.of(
                                estate().stem(thing) + word, "AWS::SSM::Parameter::Value<" + type + ">", handed.site())
                        .orElse(handed.name()));
        };
    }

    @Override
    public Node parameter(Parameter parameter) {
        var before = parameters.putIfAbsent(parameter.name(), parameter);
        if (before == null) {
            plain(parameter.name(), "parameter", at(parameter));
        }
        if (before != null && !before.equals(parameter)) {
            find(Diagnostic.of(
                            RuleId.of("parameter.differs"),
                            Severity.ERROR,
                            at(parameter),
                            "The parameter `" + parameter.name()
                                    + "` is declared in two ways, and a template has one declaration of a name.")
                    .also("the other declaration is here", at(before))
                    .fix("Declare it once, in a variable, and use that."));
        }
        return Functions.ref(parameter.name());
    }

    private void plain(String name, String what, Origin at) {
        if (!Names.isPlain(name)) {
            find(
                    "name.form",
                    at,
                    "`" + name + "` is the name of " + (what.equals("output") ? "an " : "a ") + what
                            + ", which holds letters and digits only.",
                    "Write it without spaces and signs.");
        }
    }

    private static Said at(Parameter parameter) {
        return Said.of("parameter", parameter.name(), "parameter", parameter.site());
    }

    /** Declares a mapping, once for all who use it, and answers its name. */
    public String mapping(String wantedName, ObjectNode mapping) {
        return declare(wantedName, mapping, mappings);
    }

    @Override
    public String condition(String wantedName, Node formula) {
        // Names drop what is no letter or digit, so that two conditions can want the same one.
        return declare(wantedName, formula, conditions);
    }

    private static <T extends Node> String declare(String wantedName, T content, Map<String, T> section) {
        var before = section.putIfAbsent(wantedName, content);
        if (before == null || before.equals(content)) {
            return wantedName;
        }
        var name = wantedName + Names.fingerprint(content.toString());
        section.put(name, content);
        return name;
    }

    @Override
    public Node attribute(Referable thing, String attribute) {
        return Attributes.of((Thing) thing, attribute, this);
    }

    /** Shows a value when the stack is deployed. */
    void output(Stack.Output output) {
        plain(output.name(), "output", stack.particulars().at("output " + output.name()));
        var value = output.value().in(this).at(stack.particulars().at("output " + output.name()));
        if (outputs.put(output.name(), shown(value, Mentions.of(output.value()))) != null) {
            find(
                    "name.collision",
                    stack.particulars().at("output " + output.name()),
                    "`" + output.name() + "` is the name of two outputs of stack `" + stack.name() + "`.",
                    "Give one of them another name.");
        }
    }

    /** Shows a value about a thing when the stack is deployed, under a name that follows from that of the thing. */
    public void show(String name, Node value, Thing thing) {
        var condition = estate().condition(thing);
        var output = ObjectNode.of("Value", value);
        outputs.put(
                name,
                condition.isEmpty()
                        ? output
                        : output.with("Condition", TextNode.of(condition.get().name(this))));
    }

    Collection<Resource> resources() {
        return resources.values();
    }

    /** All sections of the template but its resources. */
    ObjectNode sections() {
        var sections = ObjectNode.builder();
        if (!parameters.isEmpty()) {
            var declared = ObjectNode.builder();
            for (var parameter : parameters.values()) {
                declared.put(parameter.name(), parameter.declaration().at(at(parameter)));
            }
            sections.put("Parameters", declared.build());
        }
        put(sections, "Mappings", mappings);
        put(sections, "Conditions", conditions);
        put(sections, "Outputs", outputs);
        return sections.build();
    }

    private static void put(ObjectNode.Builder sections, String name, Map<String, ? extends Node> entries) {
        if (!entries.isEmpty()) {
            var section = ObjectNode.builder();
            for (var entry : entries.entrySet()) {
                section.put(entry.getKey(), entry.getValue());
            }
            sections.put(name, section.build());
        }
    }
}
