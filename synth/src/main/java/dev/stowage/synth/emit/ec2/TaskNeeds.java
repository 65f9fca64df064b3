package dev.stowage.synth.emit.ec2;

import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.schedule.Launch;
import dev.stowage.dsl.service.Job;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.CloudWatchLogs;
import dev.stowage.dsl.task.RegistryImage;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.expression.TextLiteral;
import dev.stowage.synth.emit.Emission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the tasks in a network use of AWS, by the names of VPC endpoints. What Fargate itself needs beside that it reaches
 * without the network of the task (Amazon ECS Developer Guide, "Amazon ECS interface VPC endpoints").
 */
final class TaskNeeds {

    /** The services of which actions are granted here and that have an endpoint of the same name. */
    private static final Set<String> GRANTED = Set.of("dynamodb", "kms", "s3", "secretsmanager", "sns", "sqs", "ssm");

    private TaskNeeds() {}

    /** Adds what the tasks of an app use that run in a network. */
    static void addAll(Vpc network, Set<String> needs, Emission out) {
        for (var runner : out.estate().runners()) {
            var home = home(runner);
            if (home.isPresent() && home.get().key().equals(network.key())) {
                add(runner, needs);
            }
        }
    }

    private static Optional<Vpc> home(Thing runner) {
        if (runner instanceof Service service) {
            return Optional.of(service.spec().cluster().network());
        }
        if (runner instanceof Launch<?> launch) {
            return Optional.of(launch.spec().cluster().network());
        }
        return runner instanceof Job job ? home(job.service()) : Optional.empty();
    }

    private static void add(Runner runner, Set<String> needs) {
        for (var container : runner.task().containers()) {
            add(container, needs);
        }
        if (runner.hasShell()) {
            needs.add("ssmmessages");
        }
        for (var permission : runner.permissions()) {
            for (var grant : permission.grants()) {
                addGranted(grant.actions(), needs);
            }
        }
    }

    private static void add(AnyContainer container, Set<String> needs) {
        var spec = container.spec();
        var isOfEcr = !(spec.image() instanceof RegistryImage registered)
                || registered.reference() instanceof TextLiteral name
                        && name.value().contains(".dkr.ecr.");
        if (isOfEcr) {
            needs.addAll(List.of("ecr.api", "ecr.dkr", "s3"));
        }
        if (spec.image() instanceof RegistryImage registered
                && registered.login().isPresent()) {
            needs.add("secretsmanager");
        }
        if (spec.logs().isEmpty() || spec.logs().get() instanceof CloudWatchLogs) {
            needs.add("logs");
        }
        for (var secret : spec.secrets()) {
            needs.add(secret.value().isParameter() ? "ssm" : "secretsmanager");
        }
        if (!spec.environmentFiles().isEmpty()) {
            needs.add("s3");
        }
    }

    private static void addGranted(List<String> actions, Set<String> needs) {
        for (var action : actions) {
            var colon = action.indexOf(':');
            var service = colon < 0 ? action : action.substring(0, colon);
            if (GRANTED.contains(service)) {
                needs.add(service);
            }
        }
    }
}
