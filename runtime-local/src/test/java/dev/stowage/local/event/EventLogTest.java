package dev.stowage.local.event;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.task.TargetComplaint;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a service says, how often, and in which words. */
@Behaviour("9.9")
class EventLogTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void showsTheNewestFirst() {
        var log = EventLog.EMPTY
                .with(ServiceEvent.impaired("shop", NOON))
                .with(ServiceEvent.steady("shop", NOON.plusSeconds(1)));

        assertThat(log.events())
                .extracting(ServiceEvent::name)
                .containsExactly(EventName.SERVICE_STEADY_STATE, EventName.SERVICE_TASK_START_IMPAIRED);
    }

    @Test
    void repeatsItselfOnlyAfterSixHours() {
        var log = EventLog.EMPTY.with(ServiceEvent.impaired("shop", NOON));

        assertThat(log.with(ServiceEvent.impaired("shop", NOON.plus(ofHours(5)))))
                .isEqualTo(log);
        assertThat(log.with(ServiceEvent.impaired("shop", NOON.plus(ofHours(6))))
                        .events())
                .hasSize(2);
    }

    @Test
    void complainsOnceForEveryCauseAlthoughTheyTakeTurns() {
        var log = EventLog.EMPTY
                .with(ServiceEvent.impaired("shop", NOON))
                .with(ServiceEvent.unplaced("shop", NOON.plusSeconds(1)))
                .with(ServiceEvent.impaired("shop", NOON.plusSeconds(2)))
                .with(ServiceEvent.unplaced("shop", NOON.plusSeconds(3)));

        assertThat(log.events()).hasSize(2);
    }

    @Test
    void complainsAgainAfterSomethingElseCameToPass() {
        var log = EventLog.EMPTY
                .with(ServiceEvent.impaired("shop", NOON))
                .with(ServiceEvent.steady("shop", NOON.plusSeconds(1)))
                .with(ServiceEvent.impaired("shop", NOON.plusSeconds(2)));

        assertThat(log.events()).hasSize(3);
    }

    @Test
    void holdsAHundredEvents() {
        var log = EventLog.EMPTY;
        for (var task = 0; task < 150; task++) {
            log = log.with(ServiceEvent.started("shop", List.of(new TaskId("t" + task)), NOON));
        }

        assertThat(log.events()).hasSize(100);
        assertThat(log.events().get(0).message()).isEqualTo("(service shop) has started 1 tasks: (task t149).");
    }

    @Test
    void speaksAsEcsDoes() {
        var tasks = List.of(new TaskId("a"), new TaskId("b"));

        assertThat(ServiceEvent.started("shop", tasks, NOON).message())
                .isEqualTo("(service shop) has started 2 tasks: (task a) (task b).");
        assertThat(ServiceEvent.stopped("shop", tasks, NOON).message())
                .isEqualTo("(service shop) has stopped 2 running tasks: (task a) (task b).");
        assertThat(ServiceEvent.draining("shop", 2, NOON).message())
                .isEqualTo("(service shop) has begun draining connections on 2 tasks.");
        assertThat(ServiceEvent.deregistered("shop", 2, "tg", NOON).message())
                .isEqualTo("(service shop) deregistered 2 targets in (target-group tg)");
        assertThat(ServiceEvent.registered("shop", 2, "tg", NOON).message())
                .isEqualTo("(service shop) registered 2 targets in (target-group tg)");
        assertThat(ServiceEvent.blocked("shop", NOON).message())
                .isEqualTo(
                        "(service shop) was unable to stop or start tasks during a deployment because of the service"
                                + " deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.");
        assertThat(ServiceEvent.protectedTasks("shop", "ecs-svc/1", NOON).message())
                .isEqualTo("(service shop) was unable to reach steady state because task set (ecs-svc/1) was unable to"
                        + " scale in. Reason: The number of protected tasks are more than the desired count of tasks.");
        assertThat(ServiceEvent.unhealthy(
                                "shop",
                                new TargetComplaint("tg", 8080, "Health checks failed with these codes: [500]"),
                                NOON)
                        .message())
                .isEqualTo("service shop (port 8080) is unhealthy in (target-group tg) due to (reason Health checks"
                        + " failed with these codes: [500]).");
        assertThat(ServiceEvent.unplaced("shop", NOON).message())
                .isEqualTo("service shop was unable to place a task because no container instance met all of its"
                        + " requirements. Reason: No Container Instances were found in your cluster.");
    }

    @Test
    void namesHaveTheSeverityOfEventBridge() {
        assertThat(EventName.SERVICE_STEADY_STATE.severity()).isEqualTo(EventName.Severity.INFO);
        assertThat(EventName.SERVICE_TASK_START_IMPAIRED.severity()).isEqualTo(EventName.Severity.WARN);
        assertThat(EventName.SERVICE_REBALANCING_STARTED.severity()).isEqualTo(EventName.Severity.INFO);
        assertThat(EventName.SERVICE_DEPLOYMENT_FAILED.severity()).isEqualTo(EventName.Severity.ERROR);
    }
}
