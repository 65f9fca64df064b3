package dev.stowage.local.loop;

import static dev.stowage.local.service.ServiceSpec.replica;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.FakeEngine;
import dev.stowage.local.engine.Faults;
import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.service.Names;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name says which service is meant only together with its cluster. */
class TwoClustersTest {

    private static final ServiceId BLUE = new ServiceId("blue", "web");
    private static final ServiceId GREEN = new ServiceId("green", "web");

    private final SimulatedClock clock = SimulatedClock.at(Instant.parse("2026-11-20T12:00:00Z"));
    private final ControlLoop loop = ControlLoop.around(
            FakeEngine.on(clock, Faults.none()), clock, TimeScale.REAL, Names.seeded(1), Witness.NOBODY);

    @Test
    @Behaviour("9.1")
    void servicesOfOneNameInTwoClustersAreTwoServices() {
        loop.put(replica("web", Scenario.revision(1), 2).in("blue"));
        loop.put(replica("web", Scenario.revision(1), 3).in("green"));
        loop.runFor(Duration.ofMinutes(2));
        assertThat(live(BLUE)).hasSize(2);
        assertThat(live(GREEN)).hasSize(3);

        loop.put(replica("web", Scenario.revision(2), 1).in("blue"));
        loop.redeploy(GREEN);
        loop.runFor(Duration.ofMinutes(5));
        assertThat(live(BLUE)).singleElement().matches(task -> task.definition().revision() == 2);
        assertThat(live(GREEN)).hasSize(3).allMatch(task -> task.definition().revision() == 1);

        loop.delete(BLUE);
        loop.runFor(Duration.ofMinutes(2));
        assertThat(live(BLUE)).isEmpty();
        assertThat(service(BLUE).status()).isEqualTo(ServiceStatus.INACTIVE);
        assertThat(live(GREEN)).hasSize(3);
        assertThat(service(GREEN).steady()).isTrue();
    }

    @Test
    @Behaviour("8.3")
    void tasksArePlacedOnInstancesOfTheirOwnCluster() {
        loop.put("blue", Instance.of("i-blue", "a", 1024, 1024));
        loop.put("green", Instance.of("i-green", "a", 1024, 1024));
        var anywhere = new Launch.OnInstances(Placement.ANYWHERE);
        loop.put(replica("web", Scenario.revision(1), 4).in("blue").on(anywhere));
        loop.put(replica("web", Scenario.revision(1), 2).in("green").on(anywhere));
        loop.runFor(Duration.ofMinutes(2));

        assertThat(live(BLUE)).hasSize(4).allMatch(task -> isOn(task, "i-blue"));
        assertThat(live(GREEN)).hasSize(2).allMatch(task -> isOn(task, "i-green"));
    }

    private static boolean isOn(Task task, String instance) {
        return task.assignment().site().instance().filter(instance::equals).isPresent();
    }

    private List<Task> live(ServiceId id) {
        return loop.cluster().tasksOf(id.group()).stream().filter(Task::isLive).toList();
    }

    private Service service(ServiceId id) {
        return loop.cluster().service(id).orElseThrow();
    }
}
