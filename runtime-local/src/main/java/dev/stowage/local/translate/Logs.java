package dev.stowage.local.translate;

import dev.stowage.local.stack.Hidden;
import dev.stowage.local.stack.LogRouter;
import dev.stowage.local.stack.Logging;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Where the output of a container goes. */
final class Logs {

    private Logs() {}

    static Logging of(ContainerDefinition view, Place place, Work work) {
        var logs = view.logConfiguration().known();
        if (logs.isEmpty()) {
            return Logging.STANDARD;
        }
        var secrets = new LinkedHashMap<String, Hidden>();
        for (var one : logs.get().secretOptions()) {
            var name = one.name().or("");
            var use = "the logs of container `" + view.name().or("") + "` want it as `" + name + "`";
            Environments.secret(one.valueFrom().or(""), use, place.at("LogConfiguration", "SecretOptions"), work)
                    .ifPresent(value -> secrets.put(name, value));
        }
        return new Logging(logs.get().logDriver().or(""), Reads.map(logs.get().options()), secrets);
    }

    static Optional<LogRouter> router(ContainerDefinition view) {
        return view.firelensConfiguration()
                .known()
                .map(router -> new LogRouter(
                        router.type().is("fluentd") ? LogRouter.Kind.FLUENTD : LogRouter.Kind.FLUENTBIT,
                        Reads.map(router.options())));
    }
}
