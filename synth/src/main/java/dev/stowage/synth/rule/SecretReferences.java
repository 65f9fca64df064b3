package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.LogConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.RepositoryCredentials;
import dev.stowage.schema.resource.EcsTaskDefinition.Secret;
import dev.stowage.schema.resource.SecretsManagerSecret;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** Rules about how a container names its secrets: entries of the parameter store, secrets and fields of secrets. */
final class SecretReferences implements Family {

    static final Rule REFERENCE = Rule.of("container.secret.reference", Severity.ERROR);
    static final Rule PARTIAL = Rule.of("secret.name.partial", Severity.ERROR);
    static final Rule REGISTRY = Rule.of("container.registry-login.reference", Severity.ERROR);

    /** Parts of the ARN of a secret, and of one with field, stage and version behind it. */
    private static final int PARTS = 7;

    private static final int ALL_PARTS = 10;

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(REFERENCE, PARTIAL, REGISTRY);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var at = 0;
        for (var container : subject.view(EcsTaskDefinition.EMPTY).containerDefinitions()) {
            var property = "ContainerDefinitions/" + at++ + "/";
            if (rule == REGISTRY) {
                registry(container, property + "RepositoryCredentials/CredentialsParameter", findings);
                continue;
            }
            var logs = container.logConfiguration().or(LogConfiguration.EMPTY);
            secrets(rule, subject, container, container.secrets(), property + "Secrets/", findings);
            var options = property + "LogConfiguration/SecretOptions/";
            secrets(rule, subject, container, logs.secretOptions(), options, findings);
        }
    }

    private static void secrets(
            Rule rule,
            Found subject,
            ContainerDefinition container,
            Items<Secret> secrets,
            String property,
            Findings findings) {
        var position = 0;
        for (var secret : secrets) {
            var where = property + position++ + "/ValueFrom";
            var from = secret.valueFrom();
            if (rule == PARTIAL) {
                partial(container, secret, where, findings);
                continue;
            }
            var why = from.isKnown() ? fault(from.or("")) : faultOfField(subject, secret);
            if (!why.isEmpty()) {
                var message = "`" + container.name().or("a container") + "` gets `"
                        + secret.name().or("") + "` from what names no secret: " + why + ".";
                findings.add(
                        findings.fault(where, from, message)
                                .fix(
                                        "Write the name or ARN of a parameter, or the ARN of a secret; behind that, for one"
                                                + " field of its JSON, `:field::`."),
                        from);
            }
        }
    }

    /** What is wrong with the name of a secret, as a clause; empty where nothing is. */
    private static String fault(String from) {
        if (from.isBlank()) {
            return "it is empty";
        }
        if (!from.startsWith("arn:")) {
            return "";
        }
        var parts = from.split(":", -1);
        var service = parts.length > 2 ? parts[2] : "";
        if (service.equals("ssm")) {
            return parts.length == PARTS - 1 ? "" : "behind the ARN of a parameter stands something more";
        }
        if (!service.equals("secretsmanager")) {
            return "`" + service + "` is a service that keeps none";
        }
        return parts.length == PARTS || parts.length == ALL_PARTS
                ? ""
                : "behind the ARN stand " + (parts.length - PARTS) + " colons, and field, stage and version want three";
    }

    /** The same for what is put together of a secret that a stack makes and of a text behind it. */
    private static String faultOfField(Found subject, Secret secret) {
        var node = secret.valueFrom().isAbsent() ? null : secret.tree().peek("ValueFrom");
        if (node instanceof TextNode text && text.value().contains("{{resolve:secretsmanager:")) {
            return "CloudFormation puts the value of the secret there, and ECS wants its name";
        }
        var head = node instanceof CallNode call ? head(call) : "";
        if (node == null
                || head.isEmpty()
                || !(subject.follow(Functions.ref(head)) instanceof Target.Held held)
                || !held.is(SecretsManagerSecret.TYPE)) {
            return "";
        }
        var tail = Endings.of(node);
        var colons = 0;
        for (var i = 0; i < tail.length(); i++) {
            colons += tail.charAt(i) == ':' ? 1 : 0;
        }
        return tail.isEmpty() || tail.startsWith(":") && colons == 3
                ? ""
                : "behind the ARN stands `" + tail + "`, and field, stage and version want three colons";
    }

    /** The resource with whose name a text begins, all else of which is literal; empty for other texts. */
    private static String head(CallNode call) {
        if (call.calls("Fn::Sub") && call.argument() instanceof TextNode text) {
            var value = text.value();
            var end = value.indexOf('}');
            return value.startsWith("${") && end == value.lastIndexOf('}')
                    ? value.substring(2, end).trim()
                    : "";
        }
        if (call.calls("Fn::Join")
                && call.argument() instanceof ListNode both
                && both.items().size() == 2
                && both.items().get(1) instanceof ListNode parts
                && !parts.items().isEmpty()) {
            for (var i = 1; i < parts.items().size(); i++) {
                if (!(parts.items().get(i) instanceof TextNode)) {
                    return "";
                }
            }
            return Functions.refTarget(parts.items().get(0)).orElse("");
        }
        return "";
    }

    private static void partial(ContainerDefinition container, Secret secret, String property, Findings findings) {
        var from = secret.valueFrom();
        var parts = from.or("").split(":", -1);
        if (parts.length < PARTS || !parts[2].equals("secretsmanager")) {
            return;
        }
        var name = parts[PARTS - 1];
        if (name.lastIndexOf('-') != name.length() - 7) {
            var message = "`" + container.name().or("a container") + "` gets `"
                    + secret.name().or("") + "` from the secret `" + name
                    + "`, without the six characters at the end of its ARN: rights for it may not match.";
            findings.add(
                    findings.fault(property, from, message)
                            .as(Severity.WARNING)
                            .fix("Write its full ARN, as Secrets Manager shows it."),
                    from);
        }
    }

    private static void registry(ContainerDefinition container, String property, Findings findings) {
        var from = container
                .repositoryCredentials()
                .or(RepositoryCredentials.EMPTY)
                .credentialsParameter();
        var isElsewhere = from.or("").startsWith("arn:") && !from.or("").contains(":secretsmanager:");
        if (from.isKnown() && (isElsewhere || from.is(""))) {
            var message = "`" + container.name().or("a container") + "` logs in to its registry with `" + from.or("")
                    + "`, and ECS reads the login from Secrets Manager.";
            findings.add(findings.fault(property, from, message).fix("Write the ARN of a secret."), from);
        }
    }
}
