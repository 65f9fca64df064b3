package dev.stowage.synth.publish;

import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/** The commands that deploy one stack from its template. */
final class Deployment {

    /** The most bytes of a template that CloudFormation takes in a request; a larger one lies in a bucket. */
    private static final int MOST_BYTES = 51_200;

    private static final String BUCKET = "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}";

    private final Template template;
    private final String file;
    private final int bytes;
    private final Destination where;

    Deployment(Template template, String file, int bytes) {
        this.template = template;
        this.file = file;
        this.bytes = bytes;
        this.where = Destination.of(template);
    }

    /** The parameters whose values must be given as variables: those without a default, unless they are secret. */
    static List<String> asked(Template template) {
        var names = new ArrayList<String>();
        if (hasSecret(template)) {
            return names;
        }
        var parameters = template.sections().object("Parameters");
        for (var i = 0; i < parameters.size(); i++) {
            if (isAsked(template, parameters.key(i), parameters.object(parameters.key(i)))) {
                names.add(parameters.key(i));
            }
        }
        return names;
    }

    private static boolean isAsked(Template template, String name, ObjectNode parameter) {
        return !parameter.has("Default") && !template.arguments().has(name);
    }

    /** Whether a parameter that is not to be shown wants a value: then no value goes into a command. */
    private static boolean hasSecret(Template template) {
        var parameters = template.sections().object("Parameters");
        for (var i = 0; i < parameters.size(); i++) {
            var parameter = parameters.object(parameters.key(i));
            var isHidden = parameter.peek("NoEcho") instanceof FlagNode flag && flag.value()
                    || parameter.text("NoEcho").orElse("").equals("true");
            if (isHidden && (!parameter.has("Default") || template.arguments().has(parameters.key(i)))) {
                return true;
            }
        }
        return false;
    }

    String text() {
        var text = new StringBuilder("\n");
        var name = ShellWords.literal(template.stack());
        text.append("# The stack ")
                .append(template.stack())
                .append(": ")
                .append(template.resources().size());
        text.append(template.resources().size() == 1 ? " resource\n" : " resources\n");
        if (hasSecret(template)) {
            secret(text);
        }
        text.append("aws cloudformation deploy --region ").append(where.region());
        text.append(" --stack-name ").append(name).append(" --template-file ").append(ShellWords.literal(file));
        text.append(" --no-fail-on-empty-changeset").append(capabilities());
        if (bytes > MOST_BYTES) {
            text.append(" --s3-bucket ")
                    .append(where.word(BUCKET))
                    .append(" --s3-prefix ")
                    .append(name);
        }
        text.append(overrides()).append(tags()).append('\n');
        if (template.isProtected()) {
            text.append("aws cloudformation update-termination-protection --region ")
                    .append(where.region());
            text.append(" --stack-name ").append(name).append(" --enable-termination-protection\n");
        }
        return text.toString();
    }

    /** A value that is not to be shown must not stand in a command: the list of processes shows commands. */
    private void secret(StringBuilder text) {
        var keys = new ArrayList<String>();
        var parameters = template.sections().object("Parameters");
        for (var i = 0; i < parameters.size(); i++) {
            var isGiven = template.arguments().has(parameters.key(i));
            if (isGiven || isAsked(template, parameters.key(i), parameters.object(parameters.key(i)))) {
                keys.add(parameters.key(i));
            }
        }
        text.append("# Write ")
                .append(parametersFile())
                .append(" first, and keep it to yourself: {\"Parameters\": {\"");
        text.append(String.join("\": \"…\", \"", keys)).append("\": \"…\"}}\n");
    }

    private String parametersFile() {
        return template.stack() + ".parameters.json";
    }

    private String overrides() {
        if (hasSecret(template)) {
            return " --parameter-overrides " + ShellWords.literal("file://" + parametersFile());
        }
        var words = new StringBuilder();
        for (var i = 0; i < template.arguments().size(); i++) {
            if (template.arguments().value(i) instanceof TextNode value) {
                words.append(' ').append(ShellWords.literal(template.arguments().key(i) + "=" + value.value()));
            }
        }
        for (var name : asked(template)) {
            words.append(" \"").append(name).append("=${").append(name).append("}\"");
        }
        return words.length() == 0 ? "" : " --parameter-overrides" + words;
    }

    private String tags() {
        var words = new StringBuilder();
        for (var i = 0; i < template.tags().size(); i++) {
            if (template.tags().value(i) instanceof TextNode value) {
                words.append(' ').append(ShellWords.literal(template.tags().key(i) + "=" + value.value()));
            }
        }
        return words.length() == 0 ? "" : " --tags" + words;
    }

    /** What CloudFormation wants to be told that it may do: make roles, and expand macros or nested stacks. */
    private String capabilities() {
        var makesRoles = false;
        var expands = template.sections().has("Transform") || template.others().size() > 0;
        for (var resource : template.resources()) {
            makesRoles = makesRoles || resource.type().startsWith("AWS::IAM::");
            expands = expands || resource.type().equals("AWS::CloudFormation::Stack");
        }
        var words = (makesRoles || expands ? " CAPABILITY_NAMED_IAM" : "") + (expands ? " CAPABILITY_AUTO_EXPAND" : "");
        return words.isEmpty() ? "" : " --capabilities" + words;
    }
}
