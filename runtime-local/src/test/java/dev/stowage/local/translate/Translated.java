package dev.stowage.local.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.config.Settings;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.synth.read.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A template and what came of it. */
final class Translated {

    private static final String REGION = "eu-west-1";

    static final Settings PLAIN = Settings.none("/shop");
    static final Machine MACHINE = new Machine(8, 16_384, "X86_64", List.of(), false, true, REGION, false);

    private final Translation translation;

    private Translated(Translation translation) {
        this.translation = translation;
    }

    /** Of a whole template, as the file shop.yaml. */
    static Translated template(String text, Settings settings, Machine machine) {
        var model = ModelReader.template("shop.yaml", text.getBytes(StandardCharsets.UTF_8));
        return new Translated(Translator.translate(model, settings, machine));
    }

    static Translated template(String text) {
        return template(text, PLAIN, MACHINE);
    }

    /** Of a task definition with these lines, indented by blanks as deep as they belong. */
    static Translated task(String lines) {
        return template(taskTemplate(lines));
    }

    static String taskTemplate(String lines) {
        return "Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Family: web\n"
                + lines.indent(6);
    }

    /** Of a task with one container, essential and with an image, that has these lines too. */
    static Translated container(String lines) {
        return task("ContainerDefinitions:\n  - Name: web\n    Image: shop/web:7\n" + lines.indent(4));
    }

    /** Of a service with these lines, on a cluster and with a task of one container. */
    static Translated service(String lines) {
        return template(serviceTemplate(lines));
    }

    static String serviceTemplate(String lines) {
        return taskTemplate("ContainerDefinitions:\n  - {Name: web, Image: shop/web:7}\n")
                + "  Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: shop}}\n"
                + "  Service:\n    Type: AWS::ECS::Service\n    Properties:\n      ServiceName: web\n"
                + "      Cluster: !Ref Cluster\n      TaskDefinition: !Ref Task\n" + lines.indent(6);
    }

    LocalStack stack() {
        assertThat(translation.stack()).as("%s", messages()).isPresent();
        return translation.stack().orElseThrow();
    }

    TaskSetup task() {
        return stack().tasks().get(0);
    }

    ContainerSetup container() {
        return task().containers().get(0);
    }

    ServiceSetup service() {
        return stack().services().get(0);
    }

    Translation translation() {
        return translation;
    }

    List<Diagnostic> findings() {
        return translation.report().findings();
    }

    /** The findings of a rule, as {@code place: message}. */
    List<String> findings(String rule) {
        return findings().stream()
                .filter(one -> one.rule().value().equals(rule))
                .map(one -> one.at() + ": " + one.message())
                .toList();
    }

    List<String> messages() {
        return findings().stream()
                .map(one -> one.rule() + " " + one.at() + ": " + one.message())
                .toList();
    }
}
