package dev.stowage.synth.emit;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Census;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.schedule.EventRule;
import dev.stowage.dsl.schedule.ScheduledTask;
import dev.stowage.dsl.service.Job;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.WebListener;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.semantics.TagForm;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.ec2.VpcEmitter;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.JobEmitter;
import dev.stowage.synth.emit.ecs.ServiceEmitter;
import dev.stowage.synth.emit.elb.ListenerEmitter;
import dev.stowage.synth.emit.elb.LoadBalancerEmitter;
import dev.stowage.synth.emit.scheduler.RuleEmitter;
import dev.stowage.synth.emit.scheduler.ScheduleEmitter;
import java.util.ArrayList;
import java.util.List;

/** Makes a model of an app: a pure function, with no clock, network or file, safe on all cores at once. */
public final class Synthesizer {

    private final Synthesis synthesis;

    private Synthesizer(Synthesis synthesis) {
        this.synthesis = synthesis;
    }

    /** The model of an app. */
    public static Model synthesize(App app) {
        return synthesize(app, List.of());
    }

    /** The model of an app that a blueprint described, with findings about what it made and forgot. */
    public static Model synthesize(Census.Described described) {
        return synthesize(described.app(), described.made());
    }

    private static Model synthesize(App app, List<Census.Entry> made) {
        var estate = Estate.of(app);
        var synthesis = new Synthesis(estate);
        for (var finding : Forgotten.of(estate, made)) {
            synthesis.find(finding);
        }
        for (var finding : Forgotten.unheeded(estate)) {
            synthesis.find(finding);
        }
        return new Synthesizer(synthesis).model(app);
    }

    private Model model(App app) {
        if (!(app instanceof Stack)) {
            refuse(app.particulars());
        }
        if (synthesis.emissions().isEmpty()) {
            synthesis.find(error(
                            "app.empty",
                            app.particulars().birth(),
                            "The app has no stack, so that there is nothing to deploy.")
                    .fix("Write App.of(Stack.of(…))."));
        }
        for (var emission : synthesis.emissions()) {
            refuse(emission.stack().particulars());
            refuseEnvironment(emission.stack());
            for (var thing : synthesis.estate().thingsOf(emission.stack())) {
                emit(thing, emission);
                emission.finish(thing);
                refuse(thing.particulars());
            }
            for (var output : emission.stack().outputs()) {
                emission.output(output);
            }
            findEmpty(emission);
        }
        var templates = new ArrayList<Template>();
        for (var emission : StackOrder.of(synthesis)) {
            templates.add(template(emission));
        }
        return Model.of(templates)
                .found(synthesis.findings())
                .assets(synthesis.assets())
                .allowances(app instanceof Stack ? List.of() : app.particulars().allowances());
    }

    private static Diagnostic error(String rule, Origin at, String message) {
        return Diagnostic.of(RuleId.of(rule), Severity.ERROR, at, message);
    }

    /** Tells of tags that AWS refuses. */
    private void refuse(Particulars particulars) {
        for (var tag : particulars.tags()) {
            var fault = TagForm.fault(tag.key(), tag.value());
            if (!fault.isEmpty()) {
                synthesis.find(error("tag.form", particulars.at("tag " + tag.key()), fault)
                        .fix("Give the tag another key or value."));
            }
        }
    }

    private void refuseEnvironment(Stack stack) {
        if (stack.account().isEmpty()) {
            return;
        }
        var account = stack.account().get();
        var region = stack.region().orElse("");
        var isAccount = account.length() == 12;
        for (var i = 0; i < account.length(); i++) {
            isAccount = isAccount && account.charAt(i) >= '0' && account.charAt(i) <= '9';
        }
        if (!isAccount) {
            synthesis.find(error(
                            "stack.environment",
                            stack.particulars().at("at"),
                            "`" + account + "` is no account for the stack `" + stack.name()
                                    + "`: an account has twelve digits.")
                    .fix("Write .at(\"111122223333\", …) with the digits of the account."));
        }
        if (!isRegion(region)) {
            synthesis.find(error(
                            "stack.environment",
                            stack.particulars().at("at"),
                            "`" + region + "` is no Region for the stack `" + stack.name() + "`.")
                    .fix("Write it as AWS does, such as `eu-central-1`."));
        }
    }

    /** Whether a text is made of three words or more with hyphens between, the last of them a number. */
    private static boolean isRegion(String region) {
        var hyphens = 0;
        for (var i = 0; i < region.length(); i++) {
            var c = region.charAt(i);
            var isBetween = i > 0 && region.charAt(i - 1) != '-' && i < region.length() - 1;
            hyphens += c == '-' ? 1 : 0;
            var isNumber = c >= '0' && c <= '9' && region.lastIndexOf('-') < i;
            var isLetter = c >= 'a' && c <= 'z' && region.lastIndexOf('-') > i;
            if (!isNumber && !isLetter && !(c == '-' && isBetween)) {
                return false;
            }
        }
        return hyphens >= 2;
    }

    /** Tells of a stack that nothing went into, unless another error may be why. */
    private void findEmpty(Emission emission) {
        if (emission.resources().isEmpty() && !synthesis.hasErrors()) {
            var stack = emission.stack();
            synthesis.find(Diagnostic.of(
                            RuleId.of("stack.empty"),
                            Severity.ERROR,
                            stack.particulars().birth(),
                            "The stack `" + stack.name()
                                    + "` holds nothing that has resources, and CloudFormation takes no"
                                    + " stack without one.")
                    .fix("Name something in it that is made here, or take the stack out."));
        }
    }

    /** The one place that knows which emitter makes what. */
    private static void emit(Thing thing, Emission out) {
        if (thing instanceof Service service) {
            ServiceEmitter.emit(service, out);
        } else if (thing instanceof WebListener<?, ?> listener) {
            ListenerEmitter.emit(listener, out);
        } else if (thing instanceof AnyBalancer balancer) {
            LoadBalancerEmitter.emit(balancer, out);
        } else if (thing instanceof Cluster cluster) {
            ClusterEmitter.emit(cluster, out);
        } else if (thing instanceof Vpc network) {
            VpcEmitter.emit(network, out);
        } else if (thing instanceof Job job) {
            JobEmitter.emit(job, out);
        } else if (thing instanceof ScheduledTask scheduled) {
            ScheduleEmitter.emit(scheduled, out);
        } else if (thing instanceof EventRule rule) {
            RuleEmitter.emit(rule, out);
        } else if (thing instanceof Place place) {
            Places.emit(place, out);
        }
    }

    private static Template template(Emission emission) {
        var stack = emission.stack();
        var template = Template.of(stack.name(), new ArrayList<>(emission.resources()))
                .sections(emission.sections())
                .protect(stack.isProtected())
                .tags(tags(stack))
                .allowances(stack.particulars().allowances())
                .at(stack.particulars().birth());
        return stack.account().isPresent()
                ? template.environment(stack.account().get(), stack.region().orElseThrow())
                : template;
    }

    private static ObjectNode tags(Stack stack) {
        var tags = ObjectNode.empty();
        for (var tag : stack.particulars().tags()) {
            tags = tags.with(tag.key(), TextNode.of(tag.value()));
        }
        return tags;
    }
}
