package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.KeyValuePair;
import dev.stowage.schema.table.Words;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules about the variables of a container: their names, secrets in plain sight, and files with more of them. */
final class ContainerVariables implements Family {

    static final Rule NAME = Rule.of("container.variable.name", Severity.ERROR);
    static final Rule RESERVED = Rule.of("container.variable.reserved", Severity.WARNING);
    static final Rule PLAIN = Rule.of("container.variable.plain-secret", Severity.WARNING);
    static final Rule FILES = Rule.of("container.variable-file.form", Severity.ERROR);

    private static final int MOST_FILES = 10;
    private static final List<String> SWITCHES = List.of("", "true", "false", "yes", "no", "on", "off");

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(NAME, RESERVED, PLAIN, FILES);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var at = 0;
        for (var container : subject.view(EcsTaskDefinition.EMPTY).containerDefinitions()) {
            var property = "ContainerDefinitions/" + at++ + "/";
            if (rule == FILES) {
                files(container, property + "EnvironmentFiles", findings);
            } else {
                var position = 0;
                for (var variable : container.environment()) {
                    var where = property + "Environment/" + position++ + "/";
                    judge(rule, subject, container, variable, where, findings);
                }
            }
            if (rule == NAME) {
                var position = 0;
                for (var secret : container.secrets()) {
                    name(container, secret.name(), property + "Secrets/" + position++ + "/Name", findings);
                }
            }
        }
    }

    private static void judge(
            Rule rule,
            Found subject,
            ContainerDefinition container,
            KeyValuePair variable,
            String property,
            Findings findings) {
        if (rule == NAME) {
            name(container, variable.name(), property + "Name", findings);
        } else if (rule == RESERVED) {
            reserved(container, variable.name(), property + "Name", findings);
        } else {
            plain(subject, container, variable, property + "Value", findings);
        }
    }

    private static String name(ContainerDefinition container) {
        return "`" + container.name().or("a container") + "`";
    }

    private static void name(ContainerDefinition container, Reading<String> name, String property, Findings findings) {
        if (name.isKnown() && (name.is("") || name.or("").indexOf('=') >= 0)) {
            var message = name(container) + " has a variable "
                    + (name.is("") ? "without a name." : "`" + name.or("") + "`, and `=` ends a name.");
            findings.add(findings.fault(property, name, message).fix("Give it a name without `=`."), name);
        }
    }

    private static void reserved(
            ContainerDefinition container, Reading<String> name, String property, Findings findings) {
        var isAccess = Words.standard().has("variable.of-access", name.or(""));
        if (isAccess || Words.standard().has("variable.of-platform", name.or(""))) {
            var message = name(container) + " is given `" + name.or("") + "`, "
                    + (isAccess
                            ? "which takes the place of its task role wherever it calls AWS."
                            : "which ECS itself sets for it.");
            var advice = isAccess ? "Leave it out, and give the task role the rights." : "Leave it out.";
            findings.add(findings.fault(property, name, message).fix(advice), name);
        }
    }

    private static void plain(
            Found subject, ContainerDefinition container, KeyValuePair variable, String property, Findings findings) {
        var node = variable.tree().peek("Value");
        var why = why(subject, variable.name().or(""), node);
        if (!why.isEmpty()) {
            var message = name(container) + " is given `" + variable.name().or("") + "` in plain sight: " + why + ".";
            var advice = findings.advice(
                    "Write .secret(name, Secret.of(…)) instead of .env(…).",
                    "Name it in `Secrets`, with the ARN of a secret in `ValueFrom`.");
            findings.add(findings.fault(property, message).fix(advice), variable.name());
        }
    }

    /** Why a value is something secret, as a clause; empty where nothing says so. */
    private static String why(Found subject, String name, @Nullable Node node) {
        if (node instanceof CallNode call) {
            return isHidden(subject, call)
                    ? "the parameter hides its value, and the task definition shows it"
                    : isResolved(call) ? "CloudFormation writes the secret into the task definition" : "";
        }
        if (!(node instanceof TextNode text)) {
            return "";
        }
        var value = text.value().trim();
        if (isResolved(text)) {
            return "CloudFormation writes the secret into the task definition";
        }
        if (isKey(value)) {
            return "its value has the form of a key or holds a password";
        }
        return isSecretName(name) && isWord(value) ? "its name says that it is secret" : "";
    }

    private static boolean isResolved(Node node) {
        if (node instanceof TextNode text) {
            return text.value().contains("{{resolve:secretsmanager:")
                    || text.value().contains("{{resolve:ssm-secure:");
        }
        if (node instanceof ListNode list) {
            for (var item : list.items()) {
                if (isResolved(item)) {
                    return true;
                }
            }
        }
        return node instanceof CallNode call
                && (call.calls("Fn::Join") || call.calls("Fn::Sub"))
                && isResolved(call.argument());
    }

    /** Whether a parameter stands for it that nobody is to see. */
    private static boolean isHidden(Found subject, CallNode call) {
        var parameters = subject.template().sections().object("Parameters");
        var hides = parameters.object(Functions.refTarget(call).orElse("")).peek("NoEcho");
        return hides instanceof FlagNode flag
                ? flag.value()
                : hides instanceof TextNode text && text.value().equals("true");
    }

    private static boolean isKey(String value) {
        if (Words.standard().has("variable.key", value) && value.length() >= 20) {
            return !value.startsWith("-----BEGIN ") || value.contains("PRIVATE KEY");
        }
        var scheme = value.indexOf("://");
        var at = scheme < 0 ? -1 : value.indexOf('@', scheme);
        var slash = scheme < 0 ? -1 : value.indexOf('/', scheme + 3);
        var colon = scheme < 0 ? -1 : value.indexOf(':', scheme + 3);
        var isLogin = colon > scheme + 3 && colon + 1 < at && (slash < 0 || at < slash);
        return isLogin && value.indexOf('$') < 0 && value.indexOf('<') < 0 && value.indexOf('{') < 0;
    }

    private static boolean isSecretName(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        for (var ending : Words.standard().list("variable.secret")) {
            if (upper.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value may be a secret: no switch, number, path, address or name of something else. */
    private static boolean isWord(String value) {
        var isNumber = true;
        for (var i = 0; i < value.length(); i++) {
            isNumber &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        return !isNumber
                && !SWITCHES.contains(value.toLowerCase(Locale.ROOT))
                && !value.startsWith("arn:")
                && value.indexOf('/') < 0
                && value.indexOf('$') < 0
                && value.indexOf(' ') < 0;
    }

    private static void files(ContainerDefinition container, String property, Findings findings) {
        var files = container.environmentFiles().known();
        if (files.size() > MOST_FILES) {
            var message = name(container) + " takes variables from " + files.size() + " files, and ECS reads "
                    + MOST_FILES + ".";
            findings.add(findings.fault(property, message).fix("Put them together."));
        }
        for (var i = 0; i < files.size(); i++) {
            var value = files.get(i).value();
            var node = files.get(i).tree().peek("Value");
            var end = value.isKnown() ? value.or("") : node == null ? "" : Endings.of(node);
            var isObject = !value.isKnown()
                    || value.or("").startsWith("arn:") && value.or("").contains(":s3:::");
            if (!isObject || !end.isEmpty() && !end.endsWith(".env")) {
                var message = name(container) + " takes variables from `" + end + "`, and ECS reads "
                        + (isObject ? "files whose names end in `.env`." : "objects of S3, by their ARN.");
                var advice = isObject
                        ? "Give the object a name that ends in `.env`."
                        : "Write `arn:aws:s3:::bucket/name.env`.";
                findings.add(
                        findings.fault(property + "/" + i + "/Value", value, message)
                                .fix(advice),
                        value);
            }
        }
    }
}
