package dev.stowage.synth.emit;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Census;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
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
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.ec2.VpcEmitter;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.JobEmitter;
import dev.stowage.synth.emit.ecs.ServiceEmitter;
import dev.stowage.synth.emit.elb.ListenerEmitter;
import dev.stowage.synth.emit.elb.LoadBalancerEmitter;
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
        return new Synthesizer(synthesis).model(app);
    }

    private Model model(App app) {
        for (var emission : synthesis.emissions()) {
            for (var thing : synthesis.estate().thingsOf(emission.stack())) {
                emit(thing, emission);
                emission.finish(thing);
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
