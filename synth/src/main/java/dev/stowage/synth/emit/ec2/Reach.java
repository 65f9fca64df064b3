package dev.stowage.synth.emit.ec2;

import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.CloudWatchLogs;
import dev.stowage.dsl.task.RegistryImage;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.expression.TextLiteral;
import dev.stowage.schema.origin.Said;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.TreeSet;

/**
 * Whether the tasks of something can start where they stand: pull their images and open their logs. Only of a network that is
 * made here is that known; an existing one may have endpoints that nobody mentions.
 */
public final class Reach {

    private Reach() {}

    /** Finds a task that can reach neither the internet nor what it needs of AWS. */
    public static void check(
            Runner runner, Vpc said, SubnetKind kind, boolean hasPublicAddress, Said at, Emission out) {
        var network = out.estate().current(said);
        if (network.locator().isPresent()
                || kind == SubnetKind.PRIVATE && network.hasNat()
                || kind == SubnetKind.PUBLIC && hasPublicAddress
                || kind == SubnetKind.ISOLATED && !network.hasIsolatedSubnets()) {
            return;
        }
        var reached = VpcEndpoints.services(network, out);
        var missing = new TreeSet<String>();
        for (var container : runner.task().containers()) {
            need(container, missing);
        }
        missing.removeAll(reached);
        if (!missing.isEmpty()) {
            out.find(
                    "network.unreachable",
                    at,
                    "`" + runner.name() + "` stands in "
                            + (kind == SubnetKind.PUBLIC
                                    ? "public subnets and has no public address"
                                    : kind == SubnetKind.PRIVATE
                                            ? "private subnets of a network without NAT gateways"
                                            : "isolated subnets")
                            + ", and cannot start there, because it " + lack(missing) + ".",
                    advice(kind, missing, network.hasNat()));
        }
    }

    /** That what it needs is not reached, each by the name that people know. */
    private static String lack(TreeSet<String> missing) {
        var names = new TreeSet<String>();
        for (var each : missing) {
            names.add(
                    switch (each) {
                        case "ecr.api", "ecr.dkr" -> "Amazon ECR";
                        case "logs" -> "CloudWatch Logs";
                        default -> each;
                    });
        }
        var all = new ArrayList<>(names);
        return switch (all.size()) {
            case 1 -> "does not reach " + all.get(0);
            case 2 -> "reaches neither " + all.get(0) + " nor " + all.get(1);
            default -> "reaches none of " + String.join(", ", all);
        };
    }

    private static String advice(SubnetKind kind, TreeSet<String> missing, boolean hasNat) {
        var elsewhere = kind == SubnetKind.PUBLIC
                ? "Write .publicAddress(), or leave .in(PUBLIC) out"
                : hasNat
                        ? "Put it in private subnets, .in(PRIVATE)"
                        : "Write .publicAddress(), which puts it in public subnets, or leave .withoutNat() out";
        return missing.contains("the internet")
                ? elsewhere + "."
                : elsewhere + ", or let the network reach it, .endpoints(\"ecr\", \"logs\", …).";
    }

    /** What a container needs to start; of an image that is known only at deployment nothing is said. */
    private static void need(AnyContainer container, TreeSet<String> needs) {
        var spec = container.spec();
        if (!(spec.image() instanceof RegistryImage registered)) {
            needs.add("ecr.api");
            needs.add("ecr.dkr");
        } else if (registered.reference() instanceof TextLiteral name) {
            needs.add(name.value().contains(".dkr.ecr.") ? "ecr.dkr" : "the internet");
        }
        if (spec.logs().isEmpty() || spec.logs().get() instanceof CloudWatchLogs) {
            needs.add("logs");
        }
    }
}
