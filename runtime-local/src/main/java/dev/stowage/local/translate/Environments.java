package dev.stowage.local.translate;

import dev.stowage.local.config.EnvironmentFile;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.Environment;
import dev.stowage.local.stack.Hidden;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The environment of a container: files, then variables, and secrets over both. */
final class Environments {

    private Environments() {}

    static Environment of(ContainerDefinition view, Place place, Work work) {
        var variables = new LinkedHashMap<String, String>();
        var secrets = new LinkedHashMap<String, Hidden>();
        files(view, place, work, variables);
        for (var pair : view.environment()) {
            var name = pair.name().or("");
            var value = pair.value().or("");
            variables.remove(name);
            if (work.evaluation().isHidden(value)) {
                secrets.put(name, Hidden.of(value));
            } else {
                variables.put(name, value);
            }
        }
        endpoints(work, variables);
        secrets(view, place, work, secrets);
        return new Environment(variables, secrets);
    }

    /** The first file named wins where two say the same. */
    private static void files(ContainerDefinition view, Place place, Work work, Map<String, String> variables) {
        var files = view.environmentFiles().known();
        for (var i = 0; i < files.size(); i++) {
            var object = files.get(i).value().or("");
            var path = work.evaluation().settings().local().files().get(object);
            if (path == null) {
                work.tell(Gap.VALUE
                        .at(
                                place.at("EnvironmentFiles", Integer.toString(i)),
                                "Environment file `" + object + "` of container `"
                                        + view.name().or("") + "` has no local form.")
                        .fix("Name a file under `files:` of local.yaml: `" + object + ": PATH`."));
            } else {
                EnvironmentFile.read(path, problem -> work.tell(Gap.CONFIG.at(place.at("EnvironmentFiles"), problem)))
                        .forEach(variables::putIfAbsent);
            }
        }
    }

    private static void secrets(ContainerDefinition view, Place place, Work work, Map<String, Hidden> secrets) {
        var entries = view.secrets().known();
        for (var i = 0; i < entries.size(); i++) {
            var name = entries.get(i).name().or("");
            var use = "container `" + view.name().or("") + "` wants it as `" + name + "`";
            secret(entries.get(i).valueFrom().or(""), use, place.at("Secrets", Integer.toString(i)), work)
                    .ifPresent(value -> secrets.put(name, value));
        }
    }

    /** The local value of a secret or parameter; a finding where there is none. */
    static Optional<Hidden> secret(String valueFrom, String use, Origin at, Work work) {
        var value = work.evaluation().secret(valueFrom);
        if (value.isEmpty()) {
            var isSecret = valueFrom.contains(":secretsmanager:");
            var parts = valueFrom.split(":", -1);
            var name = isSecret && parts.length > 6 ? parts[6] : valueFrom;
            work.tell(Gap.SECRET
                    .at(at, "`" + valueFrom + "` has no local value, and " + use + ".")
                    .fix("Write `" + name + ": VALUE` under `" + (isSecret ? "secrets" : "parameters")
                            + ":` of the secrets file."));
        }
        return value;
    }

    /** Where the SDKs of AWS are sent: {@code AWS_ENDPOINT_URL} and its kin, as the user says. */
    private static void endpoints(Work work, Map<String, String> variables) {
        for (var name : work.evaluation().settings().local().endpoints().keySet()) {
            var variable = name.equals("all")
                    ? "AWS_ENDPOINT_URL"
                    : "AWS_ENDPOINT_URL_"
                            + name.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            variables.putIfAbsent(variable, work.evaluation().endpoint(name));
        }
    }
}
