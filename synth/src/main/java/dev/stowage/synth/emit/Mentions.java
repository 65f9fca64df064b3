package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Made;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.database.ExistingDatabase;
import dev.stowage.dsl.database.MadeDatabase;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.resource.OtherResource;
import dev.stowage.dsl.scaling.Scaling;
import dev.stowage.dsl.schedule.EventPattern;
import dev.stowage.dsl.schedule.EventRule;
import dev.stowage.dsl.schedule.Launch;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.service.Count;
import dev.stowage.dsl.service.Deployment;
import dev.stowage.dsl.service.Job;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.storage.FileSystemVolume;
import dev.stowage.dsl.storage.Table;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.CloudWatchLogs;
import dev.stowage.dsl.task.Image;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.dsl.task.Logs;
import dev.stowage.dsl.task.RegistryImage;
import dev.stowage.dsl.task.RepositoryImage;
import dev.stowage.dsl.task.RoutedLogs;
import dev.stowage.dsl.task.Runner;
import dev.stowage.dsl.task.SplunkLogs;
import dev.stowage.dsl.traffic.Action;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HostedZone;
import dev.stowage.dsl.traffic.Listening;
import dev.stowage.dsl.traffic.Login;
import dev.stowage.dsl.traffic.Match;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.expression.Context;
import dev.stowage.schema.expression.Expression;
import dev.stowage.schema.expression.Parameter;
import dev.stowage.schema.expression.Referable;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a thing refers to: the one place that knows which things a thing is made of. */
final class Mentions implements Context {

    private final List<Thing> found = new ArrayList<>();

    private Mentions() {}

    /** The things that a thing refers to directly, in the order in which it does. */
    static List<Thing> of(Thing thing) {
        var mentions = new Mentions();
        var condition = thing.particulars().onlyIf();
        if (condition.isPresent()) {
            mentions.text(condition.get());
        }
        for (var raw : thing.particulars().raws()) {
            mentions.text(raw.value());
        }
        if (thing instanceof Runner runner) {
            mentions.runner(runner);
        } else if (thing instanceof AnyListener listener) {
            mentions.listener(listener.listening());
        } else if (thing instanceof AnyBalancer balancer) {
            mentions.balancer(balancer);
        } else if (thing instanceof Cluster cluster) {
            mentions.found.add(cluster.network());
        } else if (thing instanceof Vpc network) {
            mentions.network(network);
        } else if (thing instanceof AnyContainer container) {
            mentions.container(container);
        } else if (thing instanceof Certificate certificate) {
            mentions.zone(certificate.hostedZone().orElse(null));
        } else if (thing instanceof Place place) {
            mentions.place(place);
        }
        return mentions.found;
    }

    /** The things that the outputs of a stack refer to. */
    static List<Thing> of(Stack stack) {
        var mentions = new Mentions();
        for (var output : stack.outputs()) {
            mentions.text(output.value());
        }
        return mentions.found;
    }

    /** The things that an expression refers to. */
    static List<Thing> of(Expression expression) {
        var mentions = new Mentions();
        mentions.text(expression);
        return mentions.found;
    }

    /** A zone of the app; one that exists is found by its id, and is no thing. */
    private void zone(@Nullable Locator zone) {
        if (zone instanceof Made made) {
            found.add(made.thing());
        }
    }

    private void add(Optional<? extends Thing> thing) {
        if (thing.isPresent()) {
            found.add(thing.get());
        }
    }

    private void place(Place place) {
        if (place instanceof Namespace namespace) {
            found.add(namespace.network());
        }
        add(place.home());
        if (place instanceof Bucket bucket) {
            add(bucket.encryption());
        } else if (place instanceof MessageQueue queue) {
            add(queue.encryption());
            for (var subscription : queue.subscriptions()) {
                found.add(subscription.topic());
            }
        } else if (place instanceof Topic topic) {
            add(topic.encryption());
        } else if (place instanceof Table table) {
            add(table.encryption());
        } else if (place instanceof Secret secret) {
            add(secret.encryption());
        } else if (place instanceof ElasticFileSystem fileSystem) {
            add(fileSystem.network());
        } else if (place instanceof SecurityGroup group) {
            add(group.network());
        } else if (place instanceof HostedZone zone) {
            found.addAll(zone.networks());
        } else if (place instanceof MadeDatabase<?> database) {
            found.add(database.spec().network());
            add(database.spec().encryption());
        } else if (place instanceof ExistingDatabase database) {
            found.add(database.login());
            add(database.group());
        } else if (place instanceof OtherResource resource) {
            other(resource);
        } else if (place instanceof LogGroup group) {
            add(group.encryption());
        } else if (place instanceof Alarm alarm) {
            alarm(alarm);
        } else if (place instanceof HttpApi api) {
            api(api);
        }
    }

    private void api(HttpApi api) {
        found.add(api.network());
        add(api.certificate());
        if (api.domain().isPresent()) {
            zone(api.domain().get().hostedZone());
        }
        for (var route : api.routes()) {
            found.add(route.target());
        }
    }

    private void other(OtherResource resource) {
        for (var property : resource.properties()) {
            text(property.value());
        }
        for (var where : resource.subnets()) {
            found.add(where.network());
        }
    }

    private void alarm(Alarm alarm) {
        if (alarm.threshold().isPresent()) {
            for (var dimension : alarm.threshold().get().metric().dimensions()) {
                text(dimension.value());
            }
        }
        found.addAll(alarm.parts());
        found.addAll(alarm.told());
    }

    private void balancer(AnyBalancer balancer) {
        found.add(balancer.network());
        add(balancer.accessLogs());
        for (var alias : balancer.aliases()) {
            zone(alias.hostedZone());
        }
    }

    private void listener(Listening listening) {
        found.add(listening.balancer());
        if (listening.certificate().isPresent()) {
            found.add(listening.certificate().get());
        }
        found.addAll(listening.moreCertificates());
        if (listening.otherwise().isPresent()) {
            action(listening.otherwise().get());
        }
        for (var answer : listening.answers()) {
            action(answer.action());
            for (var match : answer.matches()) {
                match(match);
            }
        }
    }

    private void action(Action action) {
        if (action instanceof Action.Forward forward) {
            for (var share : forward.shares()) {
                found.add(share.group());
            }
        }
    }

    private void match(Match match) {
        for (var value : match.values()) {
            text(value);
        }
    }

    private void network(Vpc network) {
        if (network.cidr().isPresent()) {
            text(network.cidr().get());
        }
        add(network.flowLogBucket());
    }

    private void runner(Runner runner) {
        found.add(runner.task());
        found.addAll(runner.task().containers());
        permissions(runner);
        if (runner instanceof Service service) {
            service(service);
        } else if (runner instanceof Job job) {
            found.add(job.service());
        } else if (runner instanceof Launch<?> launch) {
            launch(launch);
        }
    }

    private void launch(Launch<?> launch) {
        var spec = launch.spec();
        found.add(spec.cluster());
        add(spec.deadLetters());
        add(spec.told());
        for (var entrance : spec.entrances()) {
            found.add(entrance.group());
        }
        found.addAll(spec.groups());
        if (spec.state().isPresent()) {
            text(spec.state().get());
        }
        if (launch instanceof EventRule rule && rule.trigger() instanceof EventPattern pattern) {
            for (var condition : pattern.conditions()) {
                for (var value : condition.values()) {
                    text(value);
                }
            }
        }
    }

    private void permissions(Runner runner) {
        for (var permission : runner.permissions()) {
            for (var grant : permission.grants()) {
                add(grant.place());
            }
        }
    }

    private void service(Service service) {
        var spec = service.spec();
        found.add(spec.cluster());
        for (var route : spec.allRoutes()) {
            route(route.routing());
        }
        if (spec.deployment().isPresent()) {
            deployment(spec.deployment().get());
        }
        for (var offer : spec.offers()) {
            found.add(offer.endpoint());
        }
        found.addAll(spec.calls());
        for (var registration : spec.registrations()) {
            found.add(registration.group());
            add(registration.group().callers());
        }
        for (var entrance : spec.entrances()) {
            found.add(entrance.group());
        }
        found.addAll(spec.groups());
        if (spec.count().isPresent()) {
            count(spec.count().get());
        }
    }

    private void count(Count count) {
        if (count instanceof Count.Fixed fixed) {
            text(fixed.copies());
        } else if (count instanceof Count.Scaled scaled) {
            scaling(scaled.scaling());
        }
    }

    private void scaling(Scaling scaling) {
        text(scaling.fewest());
        text(scaling.most());
        if (scaling.backlog().isPresent()) {
            found.add(scaling.backlog().get().queue());
        }
        for (var tracked : scaling.tracked()) {
            for (var dimension : tracked.metric().dimensions()) {
                text(dimension.value());
            }
        }
        for (var steps : scaling.stepwise()) {
            add(steps.queue());
        }
    }

    private void route(Routing routing) {
        found.add(routing.listener());
        if (routing.login().orElse(null) instanceof Login.OpenId provider) {
            found.add(provider.secret());
        }
        for (var share : routing.otherShares()) {
            found.add(share.group());
        }
        for (var match : routing.matches()) {
            match(match);
        }
    }

    private void deployment(Deployment deployment) {
        for (var signal : deployment.signals()) {
            if (signal instanceof Alarm alarm) {
                found.add(alarm);
            }
        }
    }

    private void container(AnyContainer container) {
        var spec = container.spec();
        image(spec.image());
        for (var variable : spec.environment()) {
            text(variable.value());
        }
        for (var secret : spec.secrets()) {
            found.add(secret.value());
        }
        for (var file : spec.environmentFiles()) {
            found.add(file.bucket());
        }
        for (var mount : spec.mounts()) {
            if (mount.volume() instanceof FileSystemVolume volume) {
                found.add(volume.fileSystem());
                add(volume.accessPoint());
            }
        }
        if (spec.logs().isPresent()) {
            logs(spec.logs().get());
        }
    }

    private void logs(Logs logs) {
        if (logs instanceof CloudWatchLogs own) {
            if (own.days().isPresent()) {
                text(own.days().get());
            }
            add(own.group());
        } else if (logs instanceof SplunkLogs splunk) {
            text(splunk.url());
            found.add(splunk.token());
        } else if (logs instanceof RoutedLogs routed) {
            for (var option : routed.options()) {
                text(option.value());
            }
            for (var option : routed.secrets()) {
                found.add(option.value());
            }
        }
    }

    private void image(Image image) {
        if (image instanceof RegistryImage registered) {
            text(registered.reference());
            add(registered.login());
        } else if (image instanceof RepositoryImage stored) {
            found.add(stored.repository());
            text(stored.version());
        }
    }

    private void text(Expression expression) {
        // What an expression refers to is what it asks its template for; the answer is of no use here.
        var unused = expression.in(this);
    }

    @Override
    public Node parameter(Parameter parameter) {
        return Functions.ref(parameter.name());
    }

    @Override
    public String condition(String wantedName, Node formula) {
        return wantedName;
    }

    @Override
    public Node attribute(Referable thing, String attribute) {
        found.add((Thing) thing);
        return TextNode.of(attribute);
    }
}
