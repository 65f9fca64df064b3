package dev.stowage.local.testing;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Machine;
import dev.stowage.local.run.Snapshot;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A stack that runs on Docker around the tests of a class and of those nested in it, from before the first until after the
 * last; in a field that is not static, around each test. It is a run of its own: several classes, also in several JVMs, can
 * have the same stack run at once; classes that share the field of a class above them share the run.
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
public final class LocalEcs
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final Plan plan;
    private final Set<String> takers = new HashSet<>();
    private volatile Optional<Started> started = Optional.empty();
    private Optional<HttpClient> client = Optional.empty();

    private LocalEcs(Plan plan) {
        this.plan = plan;
    }

    /** The stack of a program. */
    public static LocalEcs of(Blueprint program) {
        return new LocalEcs(Plan.of(() -> Stowage.model(program)));
    }

    /** The stack of a template, a task definition, or the folder of a cloud assembly. */
    public static LocalEcs of(Path path) {
        return new LocalEcs(Plan.of(() -> ModelReader.open(path)));
    }

    /** The same, with services that wait so many times less than on AWS; 20 where nothing is said. */
    public LocalEcs timeScale(int factor) {
        return new LocalEcs(plan.scale(factor));
    }

    /** The same, with that value of a template parameter. */
    public LocalEcs parameter(String name, String value) {
        return new LocalEcs(plan.parameter(name, value));
    }

    /** The same, with {@code local.yaml} and secrets from that folder; the working folder where nothing is said. */
    public LocalEcs settingsFrom(Path other) {
        return new LocalEcs(plan.folder(other));
    }

    /** The same, waiting so long at most for a stack to become stable; 3 minutes where nothing is said. */
    public LocalEcs patience(Duration time) {
        return new LocalEcs(plan.patience(time));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        join(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        leave(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        join(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        leave(context);
    }

    /** The first who takes part starts the stack: a class, one nested in it, or a test of its own. */
    private synchronized void join(ExtensionContext context) {
        if (started.isEmpty()) {
            started = Optional.of(plan.begun());
        }
        takers.add(context.getUniqueId());
    }

    /** The last who takes part ends it. */
    private synchronized void leave(ExtensionContext context) {
        takers.remove(context.getUniqueId());
        if (takers.isEmpty()) {
            var ending = started;
            started = Optional.empty();
            client = Optional.empty();
            ending.ifPresent(Started::close);
        }
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

    /** Where its only load balancer is reached, which has one listener. */
    public URI address() {
        var all = run().addresses();
        if (all.size() != 1) {
            throw new IllegalStateException("There are " + all.size() + " addresses, one is wanted: "
                    + all.stream().map(Machine.Address::label).toList() + ". Name one: address(NAME, PORT).");
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

    /** Where the listener of a load balancer is reached that is at this port on AWS. */
    public URI address(String balancer, int port) {
        return run().addresses().stream()
                .filter(one -> one.name().equals(balancer) && one.port() == port)
                .map(Machine.Address::uri)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("`" + balancer + ":" + port
                        + "` is no listener of this stack, which has "
                        + run().addresses().stream().map(Machine.Address::label).toList() + "."));
    }

    /**
     * The certificate, in PEM, by which clients trust the listeners of the stack in TLS; a file that is there from the start of
     * the stack to its end, if it has such a listener. Those of {@code local up} have another one, which outlives them.
     */
    public Path certificate() {
        return live().certificate();
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
        return new LocalService(live(), named.get(0), plan.patience());
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

    /**
     * Goes over to what another program says, and waits until nothing more comes of it.
     *
     * @throws AssertionError if a service does not become what the program asks: it was rolled back, or the time is over; with
     *     what it said, why its tasks stopped and what they printed last
     */
    public void deploy(Blueprint next) {
        live().deploy(Stowage.model(next), plan.settings(), plan.patience());
    }

    /** The same for a template, a task definition, or the folder of a cloud assembly. */
    public void deploy(Path next) {
        live().deploy(ModelReader.open(next), plan.settings(), plan.patience());
    }

    /** Waits until every service is as it is wanted; otherwise fails as {@link #deploy} does. */
    public void awaitStable() {
        live().awaitStable(Snapshot::services, plan.patience());
    }

    /**
     * Runs a job, or one task of a task definition, and waits until it has ended.
     *
     * @param name of the job, or the family of the task definition
     * @param command for its first essential container; none for what the definition says
     * @throws AssertionError if it finds no place, or does not end in time
     */
    public EndedTask run(String name, String... command) {
        return live().run(name, List.of(command), plan.patience());
    }

    /** What is otherwise here than on AWS, of what runs. It is printed, too, to the standard error, once. */
    public List<Diagnostic> findings() {
        return live().notes().findings();
    }

    private synchronized HttpClient client() {
        var known = client.orElseGet(() -> Trust.client(certificate()));
        client = Optional.of(known);
        return known;
    }

    private LocalRun run() {
        return live().run();
    }

    private Started live() {
        return started.orElseThrow(() -> new IllegalStateException(
                "The stack does not run: it does from before the first test of its class until after the last; in a field that"
                        + " is not static, around each test."));
    }
}
