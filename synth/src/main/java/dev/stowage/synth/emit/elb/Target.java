package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.task.Protocol;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.NetworkListener;
import dev.stowage.dsl.traffic.NetworkListener.Transport;
import dev.stowage.dsl.traffic.Probe;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One target group of a service: a port of its task behind a load balancer, and all the routes that lead there. Its identity
 * holds whether the balancer faces the internet: changing that replaces the balancer, and a target group cannot serve two.
 */
public final class Target {

    private final AnyBalancer balancer;
    private final AnyContainer container;
    private final Port port;
    private final boolean isBoth;
    private final List<Routing> routings = new ArrayList<>();
    private final List<Routing> previews = new ArrayList<>(0);

    private Target(AnyBalancer balancer, AnyContainer container, Port port, boolean isBoth) {
        this.balancer = balancer;
        this.isBoth = isBoth;
        this.container = container;
        this.port = port;
    }

    /** The target groups of a service, in the order in which its routes were said. */
    public static List<Target> of(Service service, Emission out) {
        var targets = new ArrayList<Target>();
        for (var route : service.spec().routes()) {
            var routing = route.routing();
            var port = port(service, routing, out);
            if (port != null) {
                var balancer =
                        out.estate().current(routing.listener().listening().balancer());
                find(targets, balancer, port).routings.add(routing);
            }
        }
        var deployment = service.spec().deployment();
        if (deployment.isPresent() && deployment.get().shownAt().isPresent()) {
            preview(service, deployment.get().shownAt().get().routing(), targets, out);
        }
        return targets;
    }

    /** Whether each target group of a service has an alternate. */
    static boolean hasAlternates(Service service) {
        var deployment = service.spec().deployment();
        return deployment.isPresent() && deployment.get().hasAlternates();
    }

    /** Whether ECS moves the traffic of a service between its target groups and their alternates, by weights. */
    static boolean isWeighted(Service service) {
        return hasAlternates(service)
                && service.spec().deployment().orElseThrow().isByEcs();
    }

    /** A preview shows the target group of its balancer that it names by its port, or else the first one. */
    private static void preview(Service service, Routing preview, List<Target> targets, Emission out) {
        var balancer = out.estate().current(preview.listener().listening().balancer());
        for (var target : targets) {
            var isPort = preview.port().isEmpty() || isSame(preview.port().get(), target.port);
            if (target.balancer == balancer && isPort) {
                target.previews.add(preview);
                return;
            }
        }
        out.find(LostRoutes.previewElsewhere(service, preview, balancer));
    }

    private static Target find(List<Target> targets, AnyBalancer balancer, Target wanted) {
        for (var target : targets) {
            if (target.balancer == balancer
                    && isSame(target.port, wanted.port)
                    && target.isBoth == wanted.isBoth
                    && target.container == wanted.container) {
                return target;
            }
        }
        var target = new Target(balancer, wanted.container, wanted.port, wanted.isBoth);
        targets.add(target);
        return target;
    }

    /** Compared by hand: the first {@code equals} of a record costs a cold JVM 15 ms. */
    private static boolean isSame(Port a, Port b) {
        return a.number() == b.number() && a.protocol() == b.protocol();
    }

    /** The container and port that a route leads to; null where there is none, which is then a finding. */
    private static @Nullable Target port(Service service, Routing routing, Emission out) {
        var balancer = routing.listener().listening().balancer();
        var wanted = routing.port();
        var transport = routing.isPort() && routing.listener() instanceof NetworkListener listener
                ? listener.transport()
                : null;
        var isBoth = transport != null && transport == Transport.TCP_UDP;
        var protocol = transport != null && transport == Transport.UDP ? Protocol.UDP : Protocol.TCP;
        for (var container : service.spec().task().containers()) {
            for (var port : container.spec().ports()) {
                if (port.protocol() == protocol && (wanted.isEmpty() || isSame(wanted.get(), port))) {
                    if (isBoth) {
                        both(service, container, port, routing, out);
                    }
                    return new Target(balancer, container, port, isBoth);
                }
            }
        }
        out.find(LostRoutes.portAbsent(service, routing, protocol));
        return null;
    }

    /** What is called by TCP and UDP has a container that listens for both. */
    private static void both(Service service, AnyContainer container, Port tcp, Routing routing, Emission out) {
        for (var port : container.spec().ports()) {
            if (port.protocol() == Protocol.UDP && port.number() == tcp.number()) {
                return;
            }
        }
        out.find(LostRoutes.onlyTcp(service, routing, container, tcp));
    }

    /** The container that listens. */
    public AnyContainer container() {
        return container;
    }

    /** The port at which it listens. */
    public Port port() {
        return port;
    }

    /** The load balancer in front. */
    public AnyBalancer balancer() {
        return balancer;
    }

    /** Where the first route that leads here was said. */
    public Said at(Service service) {
        return Said.of(
                "service", service.name(), "behind", routings.get(0).lines().birth());
    }

    /** The routes that lead here. */
    List<Routing> routings() {
        return routings;
    }

    /** The routes that show new tasks before a shift: one at most. */
    List<Routing> previews() {
        return previews;
    }

    /** The end of the logical id of the target group. */
    public String suffix(Emission out) {
        return stem(out) + "TargetGroup";
    }

    /** The end of the logical id of the target group that takes turns with it in a shift. */
    public String alternateSuffix(Emission out) {
        return stem(out) + "AlternateTargetGroup";
    }

    /** The end of the logical id of the first rule that leads here. */
    public String ruleSuffix(Emission out) {
        return Routes.suffix(routings.get(0), out);
    }

    /** The end of the logical id of the rule that shows new tasks before a shift. */
    public Optional<String> previewSuffix(Emission out) {
        return previews.isEmpty() ? Optional.empty() : Optional.of(Routes.suffix(previews.get(0), out));
    }

    /** The names by which measurements know the target groups. */
    public List<Node> groups(Service service, Emission out) {
        var groups = new ArrayList<Node>(2);
        groups.add(out.ref(service, suffix(out), "TargetGroupFullName"));
        if (hasAlternates(service)) {
            groups.add(out.ref(service, alternateSuffix(out), "TargetGroupFullName"));
        }
        return groups;
    }

    /** What the target group is told that tasks are called by. */
    String protocol() {
        if (isOfRequests()) {
            return "HTTP";
        }
        return isBoth ? "TCP_UDP" : port.protocol().name();
    }

    /** Whether it is called by TCP and UDP. */
    boolean isBoth() {
        return isBoth;
    }

    /** Whether it is behind an Application Load Balancer, which counts requests. */
    public boolean isOfRequests() {
        return balancer.type().equals("application");
    }

    /** What a listener forwards to at first: this target group, and nothing to the one that takes turns with it. */
    List<Share> shares(Service service, Emission out) {
        var own = new Share(out.ref(service, suffix(out)), 100);
        return isWeighted(service) ? List.of(own, new Share(out.ref(service, alternateSuffix(out)), 0)) : List.of(own);
    }

    /** The only target group that a route leads to at first: CodeDeploy shows its new tasks in the alternate. */
    Node single(Service service, Routing routing, Emission out) {
        return out.ref(service, previews.contains(routing) ? alternateSuffix(out) : suffix(out));
    }

    /** The listener of the routes that lead here, by its resource name. */
    public Node listener(Service service, Emission out) {
        return listener(service, routings.get(0), out);
    }

    /** Whether the routes that lead here are those of one listener. */
    public boolean isOfOneListener() {
        for (var routing : routings) {
            if (!routing.listener().key().equals(routings.get(0).listener().key())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the preview is shown by the very listener of the other routes. */
    public boolean isPreviewedAtItsOwnListener() {
        return !previews.isEmpty()
                && previews.get(0)
                        .listener()
                        .key()
                        .equals(routings.get(0).listener().key());
    }

    /** The listener that shows new tasks before traffic is led to them, by its resource name. */
    public Optional<Node> previewListener(Service service, Emission out) {
        return previews.isEmpty() ? Optional.empty() : Optional.of(listener(service, previews.get(0), out));
    }

    private static Node listener(Service service, Routing routing, Emission out) {
        return routing.isPort() && routing.listener() instanceof NetworkListener listener
                ? out.ref(service, NetworkRoutes.suffix(listener, out))
                : ListenerEmitter.arn(routing.listener(), out);
    }

    /** How tasks are asked whether they are well, where a route says so. */
    Optional<Probe> probe() {
        for (var routing : routings) {
            if (routing.probe().isPresent()) {
                return routing.probe();
            }
        }
        return Optional.empty();
    }

    /** The port at which tasks are asked whether they are well, over TCP, where it is not the one they are called at. */
    Optional<Port> probedPort() {
        var port = probe().isEmpty() ? Optional.<Port>empty() : probe().get().port();
        if (port.isEmpty() && this.port.protocol() == Protocol.UDP) {
            return Optional.of(Port.tcp(this.port.number()));
        }
        return port.isPresent() && isSame(port.get(), this.port) ? Optional.empty() : port;
    }

    /** The name by which measurements know the load balancer. */
    public Node balancerName(Emission out) {
        return LoadBalancerEmitter.fullName(balancer, out);
    }

    /** The end of the logical id of the rule that lets the balancer in at the port. */
    public String ingressSuffix(Emission out) {
        return stem(out) + "Ingress";
    }

    /** What tells it from the service's other target groups: its balancer and its port, which may be called by UDP too. */
    public String stem(Emission out) {
        return out.estate().stem(balancer)
                + (balancer.isInternetFacing() ? "" : "Internal")
                + (isBoth ? "TcpUdp" : port.protocol() == Protocol.UDP ? "Udp" : "")
                + port.number();
    }

    /**
     * A target group and its part of the traffic.
     *
     * @param group its resource name
     * @param weight its part, against the weights of the others
     */
    record Share(Node group, int weight) {}
}
