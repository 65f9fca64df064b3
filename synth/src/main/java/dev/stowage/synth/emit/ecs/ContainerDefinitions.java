package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.AppProtocol;
import dev.stowage.dsl.task.ContainerSpec;
import dev.stowage.dsl.task.HealthCheck;
import dev.stowage.dsl.task.Readiness;
import dev.stowage.dsl.task.RegistryImage;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDependency;
import dev.stowage.schema.resource.EcsTaskDefinition.EnvironmentFile;
import dev.stowage.schema.resource.EcsTaskDefinition.KeyValuePair;
import dev.stowage.schema.resource.EcsTaskDefinition.PortMapping;
import dev.stowage.schema.resource.EcsTaskDefinition.RepositoryCredentials;
import dev.stowage.schema.resource.EcsTaskDefinition.Secret;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.RawPath;
import dev.stowage.synth.emit.iam.Arns;
import dev.stowage.synth.emit.iam.Secrets;
import java.util.ArrayList;
import java.util.List;

/** One entry in the container definitions of a task definition. */
final class ContainerDefinitions {

    private final Runner runner;
    private final AnyContainer container;
    private final ContainerSpec spec;
    private final Particulars particulars;
    private final Emission out;

    private ContainerDefinitions(Runner runner, AnyContainer container, Emission out) {
        this.runner = runner;
        this.container = container;
        this.spec = container.spec();
        this.particulars = container.particulars();
        this.out = out;
    }

    static ObjectNode of(Runner runner, AnyContainer container, Emission out) {
        return new ContainerDefinitions(runner, container, out).definition();
    }

    private ObjectNode definition() {
        var definition = ContainerDefinition.of()
                .said(particulars.birth())
                .name(container.name())
                .image(image())
                .said(spec.isEssential() ? particulars.birth() : particulars.at("sidecar"))
                .essential(spec.isEssential())
                .said(particulars.birth());
        definition = pulled(definition);
        definition = resources(definition);
        definition = ContainerProcess.of(definition, runner, container, out);
        definition = environment(definition);
        if (!spec.ports().isEmpty()) {
            definition = definition.said(particulars.birth()).portMappings(ports());
        }
        if (!spec.mounts().isEmpty()) {
            definition = definition.mountPoints(Volumes.mountPoints(container));
        }
        if (!spec.dependencies().isEmpty()) {
            definition = definition.dependsOn(dependencies());
        }
        if (spec.healthCheck().isPresent()) {
            definition = definition
                    .said(particulars.at("healthy"))
                    .healthCheck(healthCheck(spec.healthCheck().get()));
        }
        definition = definition.said(particulars.at("logs")).logConfiguration(ContainerLogs.of(runner, container, out));
        if (spec.logRouter().isPresent()) {
            var at = particulars.at("logRouter");
            definition = definition
                    .said(at)
                    .firelensConfiguration(ContainerLogs.router(spec.logRouter().get(), at));
        }
        var tree = definition.tree().at(particulars.birth());
        for (var raw : particulars.raws()) {
            tree = raw.of() == Kind.CONTAINER ? RawPath.write(tree, raw, out) : tree;
        }
        return tree;
    }

    /** Its name: that of a registry needs no class of its own. */
    private Node image() {
        return spec.image() instanceof RegistryImage registered
                ? registered.reference().in(out)
                : Images.reference(runner, container, out);
    }

    private ContainerDefinition pulled(ContainerDefinition definition) {
        if (!(spec.image() instanceof RegistryImage registered)
                || registered.login().isEmpty()) {
            return definition;
        }
        var login = Secrets.valueFrom(registered.login().get(), out);
        return definition.repositoryCredentials(RepositoryCredentials.of().credentialsParameter(login));
    }

    private ContainerDefinition resources(ContainerDefinition definition) {
        var result = definition;
        if (spec.memory().isPresent()) {
            result = result.said(particulars.at("memory")).memory(spec.memory().getAsInt());
        }
        if (spec.memoryReservation().isPresent()) {
            result = result.said(particulars.at("memoryReservation"))
                    .memoryReservation(spec.memoryReservation().getAsInt());
        }
        if (spec.cpu().isPresent()) {
            result = result.said(particulars.at("cpu")).cpu(spec.cpu().getAsInt());
        }
        return result;
    }

    private ContainerDefinition environment(ContainerDefinition definition) {
        var result = definition;
        if (!spec.environment().isEmpty()) {
            var variables = new ArrayList<KeyValuePair>(spec.environment().size());
            for (var variable : spec.environment()) {
                variables.add(KeyValuePair.of()
                        .said(at("env", variable.name()))
                        .name(variable.name())
                        .value(variable.value().in(out)));
            }
            result = result.environment(variables);
        }
        if (!spec.secrets().isEmpty()) {
            var secrets = new ArrayList<Secret>(spec.secrets().size());
            for (var variable : spec.secrets()) {
                secrets.add(Secret.of()
                        .said(at("secret", variable.name()))
                        .name(variable.name())
                        .valueFrom(Secrets.valueFrom(variable.value(), out)));
            }
            result = result.secrets(secrets);
        }
        if (!spec.environmentFiles().isEmpty()) {
            var files = new ArrayList<EnvironmentFile>(spec.environmentFiles().size());
            for (var file : spec.environmentFiles()) {
                files.add(EnvironmentFile.of()
                        .said(at("envFile", file.objectKey()))
                        .type("s3")
                        .value(Arns.of(file.bucket(), "/" + file.objectKey(), out)));
            }
            result = result.environmentFiles(files);
        }
        return result;
    }

    /** Where a variable was said: by its own word, or among many by one word. */
    private Said at(String word, String variable) {
        var own = word + " " + variable;
        var key = particulars.lines().has(own) ? own : word;
        return Said.of(
                particulars.kind(),
                particulars.name(),
                word,
                particulars.lines().at(key));
    }

    private List<PortMapping> ports() {
        var mappings = new ArrayList<PortMapping>(spec.ports().size());
        for (var port : spec.ports()) {
            // Always named: Service Connect goes by names, and adding one later replaces the task definition.
            var mapping = PortMapping.of()
                    .said(at("port", String.valueOf(port.number())))
                    .name(port.name())
                    .containerPort(port.number())
                    .protocol(port.protocol().word());
            mappings.add(
                    port.application() == AppProtocol.ANY
                            ? mapping
                            : mapping.appProtocol(port.application().word()));
        }
        return mappings;
    }

    private List<ContainerDependency> dependencies() {
        var dependencies =
                new ArrayList<ContainerDependency>(spec.dependencies().size());
        for (var dependency : spec.dependencies()) {
            dependencies.add(ContainerDependency.of()
                    .said(at("after", dependency.container()))
                    .containerName(dependency.container())
                    .condition(condition(dependency.readiness())));
        }
        return dependencies;
    }

    private static String condition(Readiness readiness) {
        return readiness == Readiness.STARTED ? "START" : readiness.name();
    }

    private dev.stowage.schema.resource.EcsTaskDefinition.HealthCheck healthCheck(HealthCheck check) {
        var result = dev.stowage.schema.resource.EcsTaskDefinition.HealthCheck.of()
                .said(at(check, check.isCurl() ? "curl" : "shell"))
                .command("CMD-SHELL", check.isCurl() ? curl(check) : check.command());
        if (check.interval().isPresent()) {
            var at = at(check, "every");
            result = result.said(at).interval(out.seconds(check.interval().get(), at));
        }
        if (check.timeout().isPresent()) {
            var at = at(check, "within");
            result = result.said(at).timeout(out.seconds(check.timeout().get(), at));
        }
        if (check.retries().isPresent()) {
            result = result.said(at(check, "retries")).retries(check.retries().getAsInt());
        }
        if (check.startPeriod().isPresent()) {
            var at = at(check, "after");
            result = result.said(at).startPeriod(out.seconds(check.startPeriod().get(), at));
        }
        return result;
    }

    private Said at(HealthCheck check, String word) {
        return Said.of(
                particulars.kind(), particulars.name(), word, check.lines().at(word));
    }

    private String curl(HealthCheck check) {
        if (spec.ports().isEmpty()) {
            out.find(
                    "container.health-check.without-port",
                    at(check, "curl"),
                    "`" + container.name() + "` is asked for `" + check.command()
                            + "` with curl, and it listens at no port.",
                    "Give it a port, .port(tcp(8080)), or ask it by shell(…).");
            return "exit 1";
        }
        var port = spec.ports().get(0).number();
        return "curl -fsS http://localhost:" + port + check.command() + " || exit 1";
    }
}
