package dev.stowage.local.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.FakeEngine;
import dev.stowage.local.engine.Faults;
import dev.stowage.local.loop.ControlLoop;
import dev.stowage.local.loop.Witness;
import dev.stowage.local.place.Constraint;
import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.place.Strategy;
import dev.stowage.local.service.Names;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Environment;
import dev.stowage.local.stack.HealthCheck;
import dev.stowage.local.stack.Hidden;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.Limits;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TargetLink;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.stack.VolumeSetup;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.RestartPolicy;
import dev.stowage.schema.semantics.CapacityShare;
import dev.stowage.schema.semantics.ClusterQuery;
import dev.stowage.schema.semantics.DependencyCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process keeps, and the next one reads. */
class LedgerTest {

    private static final byte[] KEY = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    @Behaviour("5.10")
    void tasksAndServicesAreReadAsTheyWereWritten() {
        var setup = setup(Map.of());
        var loop = loop(setup);
        var first = Ledger.in(folder, KEY);
        var print = first.note(setup);
        var link = new TargetLink(new ResourceKey("shop", "Group"), "arn", "web", 80);
        loop.cluster().tasks().forEach(task -> first.note(new TaskNote(task, print, List.of(link))));
        loop.cluster().services().forEach(first::note);

        var past = Ledger.in(folder, KEY).read();

        assertThat(past.tasks())
                .extracting(TaskNote::task)
                .containsExactlyElementsOf(loop.cluster().tasks());
        assertThat(past.tasks()).hasSize(2).allMatch(note -> note.links().equals(List.of(link)));
        assertThat(past.services()).isEqualTo(loop.cluster().services());
        assertThat(past.of(print)).contains(new Kept(setup, true));
        assertThat(past.tasks().get(0).task().definition().containers())
                .isEqualTo(setup.definition().containers());
    }

    @Test
    @Behaviour("5.10")
    void aSecretIsKnownAgainAndNotKept() throws IOException {
        var first = Ledger.in(folder, KEY);
        var print = first.note(setup(Map.of("TOKEN", Hidden.of("tulip-mania"))));

        assertThat(Ledger.in(folder, KEY).note(setup(Map.of("TOKEN", Hidden.of("tulip-mania")))))
                .isEqualTo(print);
        assertThat(first.note(setup(Map.of("TOKEN", Hidden.of("another"))))).isNotEqualTo(print);
        assertThat(Ledger.in(folder, new byte[] {9}).note(setup(Map.of("TOKEN", Hidden.of("tulip-mania")))))
                .isNotEqualTo(print);
        assertThat(first.read().of(print).orElseThrow().isWhole()).isFalse();
        assertThat(files()).hasSize(3).noneMatch(text -> text.contains("tulip"));
    }

    @Test
    @Behaviour("5.10")
    void whatChangedGetsTheNextRevision() {
        var first = Ledger.in(folder, KEY);
        var other = setup(Map.of("TOKEN", Hidden.of("new")));
        first.note(stack(setup(Map.of()).revision(4)));

        var past = Ledger.in(folder, KEY).read();

        assertThat(revision(past.followedBy(stack(setup(Map.of())), first::note)))
                .isEqualTo("shop:4");
        assertThat(revision(past.followedBy(stack(other), first::note))).isEqualTo("shop:5");
        assertThat(revision(Past.NONE.followedBy(stack(other), first::note))).isEqualTo("shop:1");
    }

    private static String revision(LocalStack stack) {
        assertThat(stack.services().get(0).spec().definition())
                .isEqualTo(stack.tasks().get(0).definition());
        return stack.tasks().get(0).definition().toString();
    }

    @Test
    @Behaviour("5.10")
    void whatCannotBeReadCountsAsNotThere() throws IOException {
        var setup = setup(Map.of());
        var loop = loop(setup);
        var first = Ledger.in(folder, KEY);
        var print = first.note(setup);
        loop.cluster().tasks().forEach(task -> first.note(new TaskNote(task, print, List.of())));
        loop.cluster().services().forEach(first::note);
        var file =
                folder.resolve("tasks/00000001-" + loop.cluster().tasks().get(0).id() + ".json");
        var half = Files.readString(file).substring(0, 100);
        assertThat(Files.writeString(file, half)).isRegularFile();
        for (var service : folder.resolve("services").toFile().listFiles()) {
            var other = Files.readString(service.toPath()).replace("\"rollout\"", "\"rollouts\"");
            assertThat(Files.writeString(service.toPath(), other)).isRegularFile();
        }

        var past = Ledger.in(folder, KEY).read();

        assertThat(past.tasks()).hasSize(1);
        assertThat(past.services()).isEmpty();
    }

    @Test
    void onlyTheUserReadsItAndATaskThatIsForgottenIsGone() throws IOException {
        var setup = setup(Map.of());
        var tasks = loop(setup).cluster().tasks();
        var ledger = Ledger.in(folder, KEY);
        tasks.forEach(task -> ledger.note(new TaskNote(task, ledger.note(setup), List.of())));
        ledger.keepOnly(Set.of(tasks.get(0).id()));

        assertThat(ledger.read().tasks())
                .singleElement()
                .matches(note -> note.task().equals(tasks.get(0)));
        var file = folder.resolve("tasks/00000001-" + tasks.get(0).id() + ".json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private List<String> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(LedgerTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** A task of two containers with something of everything. */
    private static TaskSetup setup(Map<String, Hidden> secrets) {
        var life = ContainerDefinition.essential("web", "shop/web:7")
                .dependsOn("migrate", DependencyCondition.SUCCESS)
                .withStartTimeout(Duration.ofSeconds(20))
                .restarting(new RestartPolicy(Set.of(3), Duration.ofSeconds(60)));
        var web = ContainerSetup.of(life)
                .with(Command.OF_IMAGE.with(List.of("serve", "--port", "80")))
                .with(new Environment(Map.of("A", "1"), secrets))
                .with(Limits.of(128, Optional.of(64), Optional.empty()))
                .with(PortMapping.tcp(80))
                .with(new HealthCheck(
                        List.of("CMD", "true"), Duration.ofSeconds(5), Duration.ofSeconds(2), 3, Duration.ZERO));
        var migrate = ContainerSetup.of(ContainerDefinition.sidecar("migrate", "shop/migrate:7"));
        return TaskSetup.of("shop", NetworkMode.AWSVPC, web, migrate)
                .with(List.of(new VolumeSetup.Scratch("data"), new VolumeSetup.FileSystem("files", "fs-1", "/", "")));
    }

    private static LocalStack stack(TaskSetup setup) {
        var service = new ServiceSetup(
                new ResourceKey("shop", "Web"),
                "arn",
                ServiceSpec.replica("web", setup.definition(), 1),
                setup,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Map.of());
        var cluster = new ClusterSetup("default", "arn", List.of(), List.of());
        return LocalStack.of(new Home("eu-west-1", Home.NO_ACCOUNT), cluster, service);
    }

    /** A loop in which a service of two tasks has run for a while, one of which ended. */
    private static ControlLoop loop(TaskSetup setup) {
        var clock = SimulatedClock.at(Instant.parse("2026-11-20T12:00:00.123Z"));
        var engine = FakeEngine.on(clock, Faults.none());
        var loop = ControlLoop.around(engine, clock, TimeScale.REAL, Names.seeded(1), Witness.NOBODY);
        loop.put("default", Instance.of("i-1", "a", 1024, 1024).ofProvider("big"));
        var query = ClusterQuery.parse("attribute:ecs.availability-zone in [a, b] and not(task:group == x)");
        var placement = new Placement(
                List.of(new Constraint.MemberOf(query.orElseThrow()), new Constraint.DistinctInstance()),
                List.of(new Strategy.Binpack(Strategy.Resource.MEMORY), new Strategy.Spread("instanceId")));
        loop.put(ServiceSpec.replica("web", setup.definition(), 2)
                .on(new Launch.OnInstances(placement))
                .over(List.of(new CapacityShare("big", 1, 1)))
                .behind(List.of("arn:group")));
        loop.put(ServiceSpec.replica("job", setup.definition(), 1));
        loop.runFor(Duration.ofMinutes(2));
        return loop;
    }
}
