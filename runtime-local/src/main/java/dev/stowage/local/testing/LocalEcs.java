package dev.stowage.local.testing;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.engine.docker.EngineTrouble;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Machine;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.run.Story;
import dev.stowage.schema.graph.Model;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A stack that runs on Docker around the tests of a class, from before the first until after the last. It is a run of its own:
 * several classes, also in several JVMs, can have the same stack run at once.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LocalEcs shop = LocalEcs.of(new Shop());
 *
 * @Test
 * void theStorefrontAnswers() {
 *     assertThat(shop.get("/health").statusCode()).isEqualTo(200);
 * }
 * }</pre>
 *
 * <p>Without a Docker engine the tests are skipped, with the reason; with the system property {@code stowage.local.required}
 * set to {@code true} they fail. A test may take it, or the {@link URI} of its only load balancer, as a parameter.
 */
public final class LocalEcs implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final String REQUIRED = "stowage.local.required";
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(3);
    private static final int USUAL_SCALE = 20;

    private final Supplier<Model> model;
    private final Map<String, String> parameters;
    private final Path folder;
    private final TimeScale scale;
    private final Duration patience;
    private final List<Started> started = new ArrayList<>(1);
    private final List<HttpClient> clients = new ArrayList<>(1);

    private LocalEcs(
            Supplier<Model> model, Map<String, String> parameters, Path folder, TimeScale scale, Duration patience) {
        this.model = model;
        this.parameters = Map.copyOf(parameters);
        this.folder = folder.toAbsolutePath();
        this.scale = scale;
        this.patience = patience;
    }

    /** The stack of a program. */
    public static LocalEcs of(Blueprint program) {
        return new LocalEcs(
                () -> Stowage.model(program), Map.of(), Path.of(""), new TimeScale(USUAL_SCALE), USUAL_PATIENCE);
    }

    /** The stack of a template, a task definition, or the folder of a cloud assembly. */
    public static LocalEcs of(Path path) {
        return new LocalEcs(
                () -> ModelReader.open(path), Map.of(), Path.of(""), new TimeScale(USUAL_SCALE), USUAL_PATIENCE);
    }

    /** The same, with services that wait so many times less than on AWS; 20 where nothing is said. */
    public LocalEcs timeScale(int factor) {
        return new LocalEcs(model, parameters, folder, new TimeScale(factor), patience);
    }

    /** The same, with that value of a template parameter. */
    public LocalEcs parameter(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new LocalEcs(model, more, folder, scale, patience);
    }

    /** The same, with {@code local.yaml} and secrets from that folder; the working folder where nothing is said. */
    public LocalEcs settingsFrom(Path other) {
        return new LocalEcs(model, parameters, other, scale, patience);
    }

    /** The same, waiting so long at most for a stack to become stable; 3 minutes where nothing is said. */
    public LocalEcs patience(Duration time) {
        return new LocalEcs(model, parameters, folder, scale, time);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            started.add(Started.begin(model.get(), settings(), scale));
        } catch (EngineTrouble trouble) {
            Assumptions.assumeFalse(!isRequired(), trouble.diagnostic().message());
            throw trouble;
        }
        awaitStable();
    }

    private static boolean isRequired() {
        return Boolean.getBoolean(REQUIRED) || Boolean.getBoolean("stowage.ci");
    }

    private SettingsReader.Gathered settings() {
        var given = new ArrayList<String>();
        parameters.forEach((name, value) -> given.add(name + "=" + value));
        return SettingsReader.read(folder, System.getenv(), List.of(), given);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        started.forEach(Started::close);
        started.clear();
        clients.clear();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == LocalEcs.class || type == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == URI.class ? address() : this;
    }

    /** Where its only load balancer is reached. */
    public URI address() {
        var all = run().addresses();
        if (all.size() != 1) {
            throw new IllegalStateException("There are " + all.size() + " addresses, one is wanted: "
                    + all.stream().map(Machine.Address::name).toList() + ". Name the load balancer: address(NAME).");
        }
        return all.get(0).uri();
    }

    /** Where the load balancer of that name is reached; of several listeners, the first. */
    public URI address(String balancer) {
        return run().addresses().stream()
                .filter(one -> one.name().equals(balancer))
                .map(Machine.Address::uri)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("`" + balancer + "` is no load balancer of this stack."));
    }

    /**
     * The certificate, in PEM, by which clients trust the listeners of the stack in TLS; a file that is there from the start of
     * the stack to its end, if it has such a listener. Those of {@code local up} have another one, which outlives them.
     */
    public Path certificate() {
        return begun().certificate();
    }

    /**
     * What its only load balancer answers to a GET of that path; redirects are not followed, and its certificate is trusted.
     */
    public HttpResponse<String> get(String path) {
        var request = HttpRequest.newBuilder(address().resolve(path)).build();
        try {
            return client().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException lost) {
            throw new IllegalStateException("GET " + request.uri() + " was not answered.", lost);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("GET " + request.uri() + " was interrupted.", stop);
        }
    }

    /** The service of that name; {@code CLUSTER/NAME} where several clusters have one of it. */
    public LocalService service(String name) {
        var now = run().now();
        var named = now.named(name);
        if (named.size() != 1) {
            var wrong = named.isEmpty() ? "no service of this stack" : "a service of several clusters";
            throw new IllegalStateException("`" + name + "` is " + wrong + ", which has: "
                    + now.services().stream()
                            .map(one -> now.nameOf(one.spec().id()))
                            .toList() + ".");
        }
        return new LocalService(run(), named.get(0), patience);
    }

    /** Sets an alarm off that watches deployments: one in progress is given up, one that begins later ignores it. */
    public void setOff(String alarm) {
        alarm(alarm, true);
    }

    /** Has an alarm that watches deployments be over. */
    public void clear(String alarm) {
        alarm(alarm, false);
    }

    private void alarm(String name, boolean rings) {
        if (!run().alarm(name, rings)) {
            throw new IllegalStateException(
                    "`" + name + "` watches no deployment of this stack: " + run().alarms() + ".");
        }
    }

    /** Goes over to what another program says, and waits until nothing more comes of it. */
    public void deploy(Blueprint next) {
        run().deploy(Started.workedOut(Stowage.model(next), settings(), run().machine()), line -> {});
        var unused = run().await(Snapshot::isSettled, patience);
    }

    /** Waits until every service is as it is wanted. */
    public void awaitStable() {
        var now = run().await(Snapshot::isStable, patience);
        if (!now.isStable()) {
            throw new AssertionError("The stack did not become stable within " + patience.toSeconds() + " s:\n"
                    + String.join("\n", story(now)));
        }
    }

    private static List<String> story(Snapshot now) {
        return Story.between(Snapshot.NOTHING, now, ZoneId.systemDefault());
    }

    private HttpClient client() {
        if (clients.isEmpty()) {
            clients.add(Trust.client(certificate()));
        }
        return clients.get(0);
    }

    private LocalRun run() {
        return begun().run();
    }

    private Started begun() {
        return Optional.of(started)
                .filter(some -> !some.isEmpty())
                .map(some -> some.get(0))
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The stack does not run: it does from before the first test of its class until after the last."));
    }
}
