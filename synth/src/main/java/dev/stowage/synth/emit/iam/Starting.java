package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.RegistryImage;
import dev.stowage.dsl.task.RepositoryImage;
import dev.stowage.dsl.task.RoutedLogs;
import dev.stowage.dsl.task.Runner;
import dev.stowage.dsl.task.SplunkLogs;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ecr.BuiltImages;
import dev.stowage.synth.emit.logs.LogGroups;
import java.util.List;

/** What ECS must be allowed to start the tasks of a service or job: pull, log, read secrets and files of variables. */
final class Starting {

    private static final List<String> PULL =
            List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");

    private final Emission out;
    private final Policy policy = new Policy();

    private Starting(Emission out) {
        this.out = out;
    }

    static Policy of(Runner runner, Emission out) {
        var starting = new Starting(out);
        starting.policy.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), LogGroups.arns(runner, out));
        for (var container : runner.task().containers()) {
            starting.container(container);
        }
        return starting.policy;
    }

    private void allow(List<String> actions, Node resource) {
        policy.allow(actions, List.of(resource));
    }

    private void container(AnyContainer container) {
        var spec = container.spec();
        if (spec.image() instanceof RegistryImage image) {
            pull(image);
        } else if (spec.image() instanceof RepositoryImage image) {
            pull(Arns.of(image.repository(), "", out));
        } else {
            pull(CallNode.of("Fn::Sub", TextNode.of(BuiltImages.REPOSITORY)));
        }
        for (var variable : spec.secrets()) {
            secret(variable.value());
        }
        var logs = spec.logs().orElse(null);
        if (logs instanceof SplunkLogs splunk) {
            secret(splunk.token());
        } else if (logs instanceof RoutedLogs routed) {
            for (var option : routed.secrets()) {
                secret(option.value());
            }
        }
        for (var file : spec.environmentFiles()) {
            allow(List.of("s3:GetObject"), Arns.of(file.bucket(), "/" + file.objectKey(), out));
            allow(List.of("s3:GetBucketLocation"), Arns.of(file.bucket(), "", out));
        }
    }

    /** A private registry of ECR wants a token, which no resource can narrow, and the right to read the repository. */
    private void pull(RegistryImage image) {
        if (image.login().isPresent()) {
            secret(image.login().get());
            return;
        }
        for (var repository : EcrImage.repositories(image.reference())) {
            pull(CallNode.of("Fn::Sub", TextNode.of(repository)));
        }
    }

    private void pull(Node repository) {
        allow(List.of("ecr:GetAuthorizationToken"), TextNode.of("*"));
        allow(PULL, repository);
    }

    private void secret(Secret secret) {
        var current = out.estate().current(secret);
        var action = current.isParameter() ? "ssm:GetParameters" : "secretsmanager:GetSecretValue";
        allow(List.of(action), Secrets.arn(current, out));
        if (current.encryption().isPresent()) {
            allow(List.of("kms:Decrypt"), Arns.of(current.encryption().get(), "", out));
        }
    }
}
