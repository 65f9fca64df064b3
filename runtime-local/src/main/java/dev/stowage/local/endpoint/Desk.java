package dev.stowage.local.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.stowage.local.endpoint.Resident.Present;
import dev.stowage.local.task.ContainerId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers what the tasks of one run ask about themselves. */
final class Desk {

    /** Stands in the answer to whoever asks by an id that is of no container. */
    static final String NOBODY = "no such endpoint id";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Residents residents;
    private final EndpointIds ids;
    private final Credentials credentials;
    private final LogSink logs;
    private final Supplier<Instant> clock;
    private final RateLimit limit;

    Desk(Residents residents, EndpointIds ids, Credentials credentials, LogSink logs, Supplier<Instant> clock) {
        this.residents = residents;
        this.ids = ids;
        this.credentials = credentials;
        this.logs = logs;
        this.clock = clock;
        this.limit = new RateLimit(clock);
    }

    /** A container, and the task that it is of. */
    private record Asker(Resident resident, Present container) {

        ContainerId id() {
            return new ContainerId(resident.task().id(), container.name());
        }
    }

    /** The answer to whatever is asked. */
    Told answer(Asked asked) {
        if (!asked.target().isEmpty()) {
            return logs.answer(asked.target(), asked.body());
        }
        return switch (asked.part(0)) {
            case "v4" -> metadata(asked, Metadata.fourth(), Told.NOT_FOUND);
            case "v3" -> metadata(asked, Metadata.third(), Told.SERVER_ERROR);
            case "v2" -> asked.part(1).equals("credentials") ? credentials(asked.part(2)) : byAddress(asked);
            case "v1" ->
                asked.part(1).equals("credentials")
                        ? credentials(asked.query().getOrDefault("id", ""))
                        : introspection(asked);
            case "api" -> aboutItself(asked);
            case "" -> Told.of(Introspection.commands());
            default -> Told.refused(Told.NOT_FOUND, "unknown path");
        };
    }

    private Told metadata(Asked asked, Metadata version, int notFound) {
        if (!limit.admits()) {
            return Told.refused(Told.TOO_MANY, "Too many requests");
        }
        var asker = asker(asked.part(1));
        return asker.map(it -> metadata(it, version, asked.from(2)))
                .orElseGet(() -> Told.refused(notFound, "unable to get task ARN or container from request: " + NOBODY));
    }

    private Told metadata(Asker asker, Metadata version, String what) {
        var resident = asker.resident();
        return switch (what) {
            case "" -> Told.of(version.container(resident, asker.container()));
            case "task" -> Told.of(version.task(resident, false, clock.get()));
            case "taskWithTags" -> Told.of(version.task(resident, true, clock.get()));
            case "stats" -> Told.of(residents.stats(asker.id()).orElse("null"));
            case "task/stats" -> Told.of(stats(resident));
            default -> Told.refused(Told.NOT_FOUND, "unknown path");
        };
    }

    private String stats(Resident resident) {
        var all = JSON.objectNode();
        for (var container : resident.containers()) {
            var measured = residents.stats(new Asker(resident, container).id());
            all.putRawValue(container.made().id(), new RawValue(measured.orElse("null")));
        }
        return all.toString();
    }

    /** Version 2, where the caller's address says who asks. */
    private Told byAddress(Asked asked) {
        var resident = find(one ->
                one.network().filter(it -> it.address().equals(asked.caller())).isPresent());
        if (resident.isEmpty()) {
            return Told.refused(Told.BAD_REQUEST, "unable to get task from this address");
        }
        return switch (asked.from(1)) {
            case "metadata" -> Told.of(Metadata.third().task(resident.get(), false, clock.get()));
            case "metadataWithTags" -> Told.of(Metadata.third().task(resident.get(), true, clock.get()));
            case "stats" -> Told.of(stats(resident.get()));
            default -> Told.refused(Told.BAD_REQUEST, "unknown path");
        };
    }

    private Told introspection(Asked asked) {
        var all = residents.all();
        if (asked.part(1).equals("metadata")) {
            return Told.of(Introspection.agent(all));
        }
        var arn = Optional.ofNullable(asked.query().get("taskarn"));
        var container = Optional.ofNullable(asked.query().get("dockerid"));
        if (!asked.part(1).equals("tasks") || arn.isPresent() && container.isPresent()) {
            return new Told(Told.BAD_REQUEST, "{}");
        }
        if (arn.isEmpty() && container.isEmpty()) {
            return Told.of(Introspection.tasks(all));
        }
        var found = arn.map(it -> find(one -> one.arn().equals(it)))
                .orElseGet(() -> Introspection.byContainer(all, container.orElseThrow()));
        return found.map(it -> Told.of(Introspection.task(it))).orElse(new Told(Told.NOT_FOUND, "{}"));
    }

    private Told credentials(String id) {
        if (id.isEmpty()) {
            return Told.refused(
                    Told.BAD_REQUEST, "NoIdInRequest", "CredentialsRequest: No Credential ID in the request");
        }
        if (find(one -> ids.ofLogs(one.task().id()).equals(id)).isPresent()) {
            return keys("", Credentials.Keys.madeUp());
        }
        var asker = find(one -> ids.ofRole(one.task().id()).equals(id));
        if (asker.isEmpty()) {
            return Told.refused(Told.BAD_REQUEST, "InvalidIdInRequest", "CredentialsRequest: Credentials not found");
        }
        var role = asker.get().setup().roles().task().orElse("");
        return credentials
                .of(role)
                .map(it -> keys(role, it))
                .orElseGet(() -> Told.refused(Told.UNAVAILABLE, "CredentialsUninitialized", credentials.why()));
    }

    private static Told keys(String role, Credentials.Keys keys) {
        var json = JSON.objectNode()
                .put("RoleArn", role)
                .put("AccessKeyId", keys.id())
                .put("SecretAccessKey", keys.secret());
        keys.token().ifPresent(token -> json.put("Token", token));
        return Told.of(json.put("Expiration", keys.expires().toString()));
    }

    private Told aboutItself(Asked asked) {
        var asker = asker(asked.part(1));
        if (asker.isEmpty()) {
            return new Told(
                    Told.NOT_FOUND,
                    Protection.error("", "ResourceNotFoundException", NOBODY).toString());
        }
        return switch (asked.from(2)) {
            case "task-protection/v1/state" -> protection(asker.get().resident(), asked);
            default ->
                new Told(
                        Told.NOT_IMPLEMENTED,
                        Protection.error(
                                        asker.get().resident().arn(),
                                        "NotImplemented",
                                        "LOCAL-FAULT: network faults are not injected here")
                                .toString());
        };
    }

    private Told protection(Resident resident, Asked asked) {
        var arn = resident.arn();
        if (resident.setup().roles().task().isEmpty()) {
            var why = "the task has no task role, which ecs:GetTaskProtection and ecs:UpdateTaskProtection want";
            return new Told(
                    Told.FORBIDDEN,
                    Protection.error(arn, "AccessDeniedException", why).toString());
        }
        var now = clock.get();
        if (asked.method().equals("GET")) {
            return Told.of(
                    Protection.state(arn, resident.task().protectedUntil().filter(end -> end.isAfter(now))));
        }
        var wish = Protection.in(asked.body());
        if (wish.isEmpty()) {
            var why = "wanted: {\"ProtectionEnabled\": true or false, \"ExpiresInMinutes\": 1 to 2880}";
            return new Told(
                    Told.BAD_REQUEST,
                    Protection.error(arn, "InvalidParameterException", why).toString());
        }
        return Told.of(Protection.state(arn, protect(resident, wish.get(), now)));
    }

    private Optional<Instant> protect(Resident resident, Protection wish, Instant now) {
        var task = resident.task().id();
        if (!wish.wanted()) {
            residents.unprotect(task);
            return Optional.empty();
        }
        var until = now.plus(wish.time());
        residents.protect(task, until);
        return Optional.of(until);
    }

    private Optional<Asker> asker(String id) {
        for (var resident : residents.all()) {
            for (var container : resident.containers()) {
                var asker = new Asker(resident, container);
                if (ids.of(asker.id()).equals(id)) {
                    return Optional.of(asker);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Resident> find(Predicate<Resident> wanted) {
        return residents.all().stream().filter(wanted).findFirst();
    }
}
