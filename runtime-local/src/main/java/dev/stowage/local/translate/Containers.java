package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.HealthCheck;
import dev.stowage.local.stack.Hidden;
import dev.stowage.local.stack.Hosts;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The containers of one task definition. */
final class Containers {

    private final Grounded task;
    private final List<ContainerDefinition> views;
    private final NetworkMode network;
    private final boolean isFargate;
    private final Work work;
    private final Images images;

    private Containers(
            Grounded task,
            List<ContainerDefinition> views,
            NetworkMode network,
            boolean isFargate,
            Work work,
            Images images) {
        this.task = task;
        this.views = views;
        this.network = network;
        this.isFargate = isFargate;
        this.work = work;
        this.images = images;
    }

    static List<ContainerSetup> of(
            Grounded task, EcsTaskDefinition view, NetworkMode network, boolean isFargate, Work work, Images images) {
        var views = view.containerDefinitions().known();
        var containers = new Containers(task, views, network, isFargate, work, images);
        var setups = new ArrayList<ContainerSetup>();
        for (var i = 0; i < views.size(); i++) {
            setups.add(containers.setup(views.get(i), Place.of(task, i)));
        }
        return setups;
    }

    private ContainerSetup setup(ContainerDefinition view, Place place) {
        var life = Lives.of(view, views, images.local(view.image().or("")), isFargate);
        var setup = ContainerSetup.of(life)
                .with(command(view))
                .with(Environments.of(view, place, work))
                .with(Bounds.of(view, isFargate))
                .with(Ports.of(view, network))
                .with(Files.of(view))
                .with(Rights.of(view))
                .with(hosts(view))
                .with(Logs.of(view, place, work))
                .labelled(Reads.map(view.dockerLabels()))
                .tuned(kernel(view));
        setup = Logs.router(view).map(setup::with).orElse(setup);
        setup = health(view).map(setup::with).orElse(setup);
        setup = login(view, place).map(setup::with).orElse(setup);
        setup = view.versionConsistency().is("disabled") ? setup.unpinned() : setup;
        return Changes.of(work).apply(task.physicalName(), setup);
    }

    private static Command command(ContainerDefinition view) {
        return new Command(
                Reads.texts(view.entryPoint()),
                Reads.texts(view.command()),
                view.workingDirectory().known(),
                view.user().known(),
                Reads.is(view.interactive()),
                Reads.is(view.pseudoTerminal()));
    }

    private static Hosts hosts(ContainerDefinition view) {
        var extra = new LinkedHashMap<String, String>();
        for (var host : view.extraHosts()) {
            extra.put(host.hostname().or(""), host.ipAddress().or(""));
        }
        var links = new LinkedHashMap<String, String>();
        for (var link : Reads.texts(view.links())) {
            var colon = link.indexOf(':');
            var name = colon < 0 ? link : link.substring(0, colon);
            links.put(colon < 0 ? link : link.substring(colon + 1), name);
        }
        return new Hosts(
                view.hostname().known(),
                Reads.texts(view.dnsServers()),
                Reads.texts(view.dnsSearchDomains()),
                extra,
                links,
                Reads.is(view.disableNetworking()));
    }

    private static Optional<HealthCheck> health(ContainerDefinition view) {
        return view.healthCheck()
                .known()
                .filter(check -> !check.command().known().isEmpty())
                .filter(check -> !Reads.texts(check.command()).get(0).equals("NONE"))
                .map(check -> new HealthCheck(
                        Reads.texts(check.command()),
                        Reads.seconds(check.interval()).orElse(HealthCheck.STANDARD_INTERVAL),
                        Reads.seconds(check.timeout()).orElse(HealthCheck.STANDARD_TIMEOUT),
                        check.retries().or(HealthCheck.STANDARD_RETRIES),
                        Reads.seconds(check.startPeriod()).orElse(Duration.ZERO)));
    }

    private Optional<Hidden> login(ContainerDefinition view, Place place) {
        var secret = view.repositoryCredentials()
                .known()
                .flatMap(credentials -> credentials.credentialsParameter().known());
        return secret.flatMap(from -> Environments.secret(
                from,
                "container `" + view.name().or("") + "` wants it to pull its image",
                place.at("RepositoryCredentials"),
                work));
    }

    private static Map<String, String> kernel(ContainerDefinition view) {
        var kernel = new LinkedHashMap<String, String>();
        for (var control : view.systemControls()) {
            kernel.put(control.namespace().or(""), control.value().or(""));
        }
        return kernel;
    }
}
