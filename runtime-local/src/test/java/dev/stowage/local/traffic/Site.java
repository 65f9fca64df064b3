package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A load balancer in a test, with one listener, and what was seen of its tasks. */
final class Site implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Traffic traffic;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Seen> seen = new ArrayList<>();
    private final TargetGroup group;
    private final Semaphore news;
    private final ListenerAddress address;

    private Site(TargetGroup group, Traffic traffic, Semaphore news, ListenerAddress address) {
        this.group = group;
        this.news = news;
        this.traffic = traffic;
        this.address = address;
    }

    /** A listener that forwards everything to that group, a hundred times as fast as AWS. */
    static Site of(TargetGroup group) {
        return of(group, ListenerRules.of(List.of(), Action.Forward.to(group.name())));
    }

    /** A listener with these rules, of which that group is one. */
    static Site of(TargetGroup group, ListenerRules<Action> rules, TargetGroup... others) {
        return of(group, Balancer.Settings.STANDARD, rules, others);
    }

    /** A listener with these rules of a load balancer with those settings. */
    static Site of(TargetGroup group, Balancer.Settings settings, ListenerRules<Action> rules, TargetGroup... others) {
        return of(new TimeScale(100), group, settings, rules, others);
    }

    /** A listener that forwards everything to that group, as slow as AWS. */
    static Site slow(TargetGroup group) {
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to(group.name()));
        return of(TimeScale.REAL, group, Balancer.Settings.STANDARD, rules);
    }

    private static Site of(
            TimeScale scale,
            TargetGroup group,
            Balancer.Settings settings,
            ListenerRules<Action> rules,
            TargetGroup... others) {
        var news = new Semaphore(0);
        var traffic = Traffic.open(TrafficSettings.STANDARD.scaled(scale), news::release);
        var groups = new ArrayList<>(List.of(others));
        groups.add(group);
        var balancer = new Balancer("shop", List.of(), settings, List.of(Listener.http("shop:80", 80, rules)));
        var served = traffic.serve(List.of(balancer), groups);
        assertThat(served.refusals()).isEmpty();
        return new Site(group, traffic, news, served.addresses().get(0));
    }

    /** Registers tasks with the group, and waits until they are healthy. */
    Site with(Upstream... tasks) {
        for (var task : tasks) {
            traffic.register(task.task(), List.of(task.in(group.name())));
        }
        for (var task : tasks) {
            awaits(task, TargetHealth.HEALTHY);
        }
        return this;
    }

    /** Registers a target, and waits until that is done. */
    void has(Target target) {
        traffic.register(target.task(), List.of(target));
        assertThat(traffic.rosters()).isNotEmpty();
    }

    /** Has these be behind a name, and waits until that is done. */
    void found(List<Target> targets) {
        traffic.members(group.name(), targets);
        assertThat(traffic.rosters()).isNotEmpty();
    }

    /** Waits until a task was seen to stand like that. */
    void awaits(Upstream task, TargetHealth health) {
        until(() -> sees(task, health));
    }

    boolean sees(Upstream task, TargetHealth health) {
        seen.addAll(traffic.changes());
        return seen.stream()
                .anyMatch(
                        one -> one instanceof TargetSeen it && it.task().equals(task.task()) && it.health() == health);
    }

    /** All that was seen of a task, in order. */
    List<TargetHealth> seenOf(Upstream task) {
        seen.addAll(traffic.changes());
        return seen.stream()
                .filter(each -> each.task().equals(task.task()))
                .map(each -> ((TargetSeen) each).health())
                .toList();
    }

    /** Waits until that is so; looks again whenever there is news of a task. */
    private void until(BooleanSupplier goal) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!goal.getAsBoolean()) {
            try {
                assertThat(news.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS))
                        .as("in time")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    URI uri(String path) {
        return URI.create(address.url() + path);
    }

    int port() {
        return address.port();
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends these bytes over a connection of their own, and answers what came back until it was closed. */
    String raw(String text) {
        try (var socket = new java.net.Socket("127.0.0.1", port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        traffic.close();
    }
}
