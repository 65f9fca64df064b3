package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.service.Registration;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.task.Protocol;
import dev.stowage.dsl.traffic.TargetGroup;
import dev.stowage.schema.expression.Parameter;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.ec2.SharedGroups;
import java.util.ArrayList;
import java.util.List;

/** Target groups of others in which a service registers its tasks. */
public final class Registrations {

    private final Service service;
    private final Emission out;

    private Registrations(Service service, Emission out) {
        this.service = service;
        this.out = out;
    }

    /** Lets the load balancers of others in, and answers what the service says of their target groups. */
    public static List<EcsService.LoadBalancer> emit(Service service, Emission out) {
        var registrations = new Registrations(service, out);
        if (Target.hasAlternates(service)) {
            out.find(
                    "deployment.shift.registration",
                    registrations.at(),
                    "`" + service.name() + "` shifts its traffic, and of a target group of others nobody knows the "
                            + "rule that leads there, which ECS would change.",
                    "Deploy it by rolling(), or take a route of the listener: HttpsListener.existing(…).");
        }
        var balancers = new ArrayList<EcsService.LoadBalancer>();
        for (var registration : service.spec().registrations()) {
            registrations.register(registration, balancers);
        }
        return balancers;
    }

    private void register(Registration registration, List<EcsService.LoadBalancer> balancers) {
        for (var container : service.spec().task().containers()) {
            for (var port : container.spec().ports()) {
                if (isMeant(registration, port)) {
                    admit(registration.group(), port);
                    balancers.add(balancer(registration, container, port));
                    return;
                }
            }
        }
        out.find(
                registration.port().isEmpty() ? "route.task.without-port" : "route.port.absent",
                at(),
                "`" + service.name() + "` registers in target group `"
                        + registration.group().name() + "`, and no container of its task listens "
                        + (registration.port().isEmpty()
                                ? "at a port for TCP."
                                : "at port " + registration.port().get().number() + "."),
                "Give the container that answers its port: .port(tcp(8080)).");
    }

    private static boolean isMeant(Registration registration, Port port) {
        return registration.port().isEmpty()
                ? port.protocol() == Protocol.TCP
                : registration.port().get().number() == port.number()
                        && registration.port().get().protocol() == port.protocol();
    }

    private EcsService.LoadBalancer balancer(Registration registration, AnyContainer container, Port port) {
        return EcsService.LoadBalancer.of()
                .said(at())
                .containerName(TextNode.of(container.name()))
                .containerPort(port.number())
                .targetGroupArn(Forwards.arn(registration.group(), out));
    }

    private void admit(TargetGroup group, Port port) {
        var suffix =
                out.estate().stem(group) + (port.protocol() == Protocol.UDP ? "Udp" : "") + port.number() + "Ingress";
        var own = out.ref(service, SecurityGroups.TASKS, "GroupId");
        SecurityGroups.admitGroup(service, suffix, own, callers(group), port, at(), out);
    }

    private Node callers(TargetGroup group) {
        if (group.callers().isPresent()) {
            return SharedGroups.id(group.callers().get(), out);
        }
        var name = out.estate().stem(group) + "SecurityGroup";
        var site = group.particulars().lines().birth();
        return out.parameter(Parameter.of(name, "AWS::EC2::SecurityGroup::Id", site));
    }

    private Said at() {
        return service.particulars().at("registersIn");
    }
}
