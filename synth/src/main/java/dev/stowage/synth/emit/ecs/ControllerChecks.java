package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.service.CodeDeploy;
import dev.stowage.dsl.service.Count;
import dev.stowage.dsl.service.Deployment;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.storage.DiskVolume;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.elb.Target;
import dev.stowage.synth.emit.servicediscovery.Offers;
import java.util.List;

/** What a service cannot have that another controller than ECS deploys. */
final class ControllerChecks {

    private final Service service;
    private final Deployment deployment;
    private final Emission out;
    private final boolean isCodeDeploy;

    private ControllerChecks(Service service, Emission out) {
        this.service = service;
        this.deployment = service.spec().deployment().orElseThrow();
        this.isCodeDeploy = deployment instanceof CodeDeploy;
        this.out = out;
    }

    /** Finds what the controller of a service refuses. */
    static void of(Service service, List<Target> targets, Emission out) {
        var checks = new ControllerChecks(service, out);
        checks.peers();
        checks.disks();
        checks.targets(targets);
        if (checks.isCodeDeploy) {
            checks.listeners(targets);
        } else {
            checks.count();
            checks.registrations();
        }
    }

    private void peers() {
        if (!Offers.connected(service).isEmpty()
                || !isCodeDeploy && service.spec().hasPeers()) {
            find(
                    "endpoint",
                    at("deploy"),
                    "`" + service.name() + "` has to do with endpoints, and " + who() + " deploys no such service.",
                    "Let callers come by a load balancer, or deploy it by blueGreen() or rolling().");
        }
    }

    private void registrations() {
        if (!service.spec().registrations().isEmpty()) {
            find(
                    "registration",
                    at("registersIn"),
                    "`" + service.name()
                            + "` registers in a target group of others, and each of its task sets would do so.",
                    "Take a route of the listener, or deploy it by rolling().");
        }
    }

    private void disks() {
        for (var container : service.task().containers()) {
            for (var mount : container.spec().mounts()) {
                if (mount.volume() instanceof DiskVolume disk) {
                    find(
                            "disk",
                            container.particulars().at("mount " + mount.path()),
                            "`" + service.name() + "` has the disk `" + disk.name() + "`, and " + who()
                                    + " deploys no service with one.",
                            "Mount a file system instead, or deploy it by blueGreen() or rolling().");
                }
            }
        }
    }

    private void targets(List<Target> targets) {
        if (targets.size() > 1) {
            find(
                    "several-groups",
                    at("deploy"),
                    "`" + service.name() + "` is reached at " + targets.size() + " ports or load balancers, and "
                            + who() + " moves the traffic of one.",
                    "Lead all routes to one port behind one load balancer, or deploy it by rolling().");
        } else if (isCodeDeploy && service.spec().routes().isEmpty()) {
            find(
                    "without-route",
                    at("deploy"),
                    "`" + service.name() + "` has no route, and CodeDeploy deploys by moving the traffic of one.",
                    "Put it .behind(…) a route, or deploy it by blueGreen() or rolling().");
        }
    }

    private void listeners(List<Target> targets) {
        for (var target : targets) {
            if (!target.isOfOneListener()) {
                find(
                        "several-listeners",
                        at("deploy"),
                        "`" + service.name() + "` is behind routes of two listeners, and CodeDeploy moves the traffic "
                                + "of one.",
                        "Lead all routes over one listener, or deploy it by rolling().");
            }
            if (target.isPreviewedAtItsOwnListener()) {
                find(
                        "preview",
                        at("preview"),
                        "`" + service.name() + "` shows its new tasks at the very listener that its callers use, and "
                                + "CodeDeploy wants another one for that.",
                        "Take a route of another listener of that load balancer, such as front.https(8443, …).");
            }
        }
    }

    private void count() {
        if (service.spec().count().orElse(null) instanceof Count.Scaled) {
            find(
                    "scaling",
                    service.particulars().at("count"),
                    "`" + service.name() + "` follows the load, and ECS scales no service of task sets by itself.",
                    "Write .count(…) with a number.");
        }
    }

    private String who() {
        return isCodeDeploy ? "CodeDeploy" : "whoever makes task sets";
    }

    private void find(String rule, Origin at, String message, String fix) {
        out.find((isCodeDeploy ? "deployment.codedeploy." : "deployment.task-sets.") + rule, at, message, fix);
    }

    private Said at(String word) {
        return Said.of("service", service.name(), word, deployment.lines().at(word));
    }
}
