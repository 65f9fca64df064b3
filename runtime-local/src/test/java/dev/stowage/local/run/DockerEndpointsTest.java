package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.endpoint.LogLine;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.task.Task;
import dev.stowage.local.traffic.TrafficSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What containers on a real engine are told when they ask at ECS's own address. */
@OnDocker
class DockerEndpointsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TimeScale FAST = new TimeScale(50);

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void hasAnImage() {
        try (var docker = Docker.connect()) {
            assertThat(TestImages.busybox(docker)).isNotEmpty();
        }
    }

    @AfterEach
    void leavesNothing() throws Exception {
        for (var one : open) {
            one.close();
        }
    }

    @Test
    @Behaviour({"3.4", "3.5", "6.1", "6.2", "6.3", "13"})
    void aTaskAsksAboutItselfFindsOthersByNameAndItsLogsAreCollected() throws Exception {
        var house = house(Credentials.NONE);
        var client = house.task("client");
        var orders = house.task("orders");

        assertThat(house.said(line -> line.contains(
                        "\"TaskARN\":\"arn:aws:ecs:eu-west-1:000000000000:task/shop/" + client.id() + "\"")))
                .contains("\"Name\":\"web\"")
                .doesNotContain("credentials");
        assertThat(house.said(line -> line.startsWith("keys "))).contains("503");
        assertThat(house.said(line -> line.startsWith("Address: ")))
                .isEqualTo(
                        "Address: " + house.run.machine().addressOf(orders.id()).orElseThrow());
        assertThat(house.run.machine().collected().groups()).containsExactly(Village.GROUP);
        assertThat(house.run.machine().collected().streams(Village.GROUP)).contains("shop/web/" + client.id());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(house.hold.folder().file("endpoint.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Behaviour({"6.1", "6.2"})
    void everyRunAnswersItsOwnTasksAndOneTakesTheAddressOverFromAnother() throws Exception {
        var first = house(Credentials.NONE);
        var second = house(Credentials.madeUp());
        assertThat(first.said(line -> line.startsWith("task ")))
                .contains(first.task("client").id().value());
        assertThat(second.said(line -> line.startsWith("task ")))
                .contains(second.task("client").id().value());
        assertThat(first.said(line -> line.startsWith("keys "))).contains("503");
        assertThat(second.said(line -> line.startsWith("keys "))).contains("ASIALOCAL");

        first.close();
        var end = Instant.now();

        assertThat(second.said(line -> line.startsWith("task "), end.plusSeconds(1)))
                .contains(second.task("client").id().value());
    }

    @Test
    @Behaviour("6.3")
    void aTaskProtectsItselfAndIsMeasured() throws Exception {
        var house = house(Credentials.NONE);
        var agent = house.said(line -> line.startsWith("agent ")).substring("agent ".length());

        var answer = put(agent + "/task-protection/v1/state", "{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":5}");
        assertThat(answer)
                .contains(
                        "\"ProtectionEnabled\":true", house.task("client").id().value());
        var now = house.run.await(one -> house.task("client").isProtected(one.at()), PATIENCE);
        assertThat(house.task("client").isProtected(now.at())).isTrue();

        assertThat(put(agent + "/task-protection/v1/state", "{\"ProtectionEnabled\":false}"))
                .contains("\"ProtectionEnabled\":false");
        now = house.run.await(one -> !house.task("client").isProtected(one.at()), PATIENCE);
        assertThat(house.task("client").isProtected(now.at())).isFalse();
        assertThat(house.said(line -> line.contains("\"memory_stats\""))).contains("\"cpu_stats\"");
    }

    private static String put(String uri, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(uri))
                .PUT(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private House house(Credentials credentials) {
        var house = new House(credentials);
        open.add(house);
        house.settle();
        return house;
    }

    /** A run of the village, with its folder where those of all runs are, so that they find each other. */
    private static final class House implements AutoCloseable {

        private final RunFolder.Hold hold;
        private final LocalRun run;
        private final List<String> notes = new CopyOnWriteArrayList<>();

        private House(Credentials credentials) {
            var home = RunFolder.home(name -> Optional.ofNullable(System.getenv(name)));
            var number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            this.hold = RunFolder.of(home, new RunId("test-village-" + number))
                    .hold()
                    .orElseThrow();
            var machine =
                    DockerMachine.open(hold.folder(), TrafficSettings.STANDARD.scaled(FAST), credentials, notes::add);
            this.run = LocalRun.begin(Village.wanted(), machine, FAST, notes::add, now -> {});
        }

        private void settle() {
            assertThat(notes).isEmpty();
            var now = run.await(Snapshot::isStable, PATIENCE);
            assertThat(now.isStable())
                    .as(String.join("\n", Story.between(Snapshot.NOTHING, now, ZoneOffset.UTC)))
                    .isTrue();
        }

        private Task task(String service) {
            var now = run.now();
            return now.tasksOf(now.service(now.named(service).get(0)).orElseThrow())
                    .get(0);
        }

        private String said(Predicate<String> wanted) {
            return said(wanted, Instant.EPOCH);
        }

        /** The first line like that after that moment. */
        private String said(Predicate<String> wanted, Instant after) {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                var found = lines().stream()
                        .filter(line -> line.at().isAfter(after) && wanted.test(line.message()))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get().message();
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            throw new AssertionError("not said within " + PATIENCE + "; said was " + lines());
        }

        private List<LogLine> lines() {
            var logs = run.machine().collected();
            return logs.streams(Village.GROUP).stream()
                    .flatMap(stream -> logs.lines(Village.GROUP, stream).stream())
                    .toList();
        }

        @Override
        public void close() {
            if (Files.exists(hold.folder().path())) {
                run.close();
                assertThat(DockerMachine.left()).doesNotContain(hold.folder().id());
                hold.delete();
                hold.close();
            }
        }
    }
}
