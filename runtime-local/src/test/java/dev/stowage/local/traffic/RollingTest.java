package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.task.TargetHealth;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Tasks come and go under load as a rolling deployment has them: no caller notices. */
@Behaviour({"14.2", "14.4"})
class RollingTest {

    private static final int CALLERS = 8;
    private static final int GENERATIONS = 12;

    @Test
    void losesNoRequestWhileTasksAreReplaced() throws ExecutionException, InterruptedException {
        var isOver = new AtomicBoolean();
        var answers = new ConcurrentHashMap<Integer, Integer>();
        try (var site = Site.of(TargetGroup.http("web"))) {
            var old = Upstream.named("task0");
            site.with(old);
            var callers = new ArrayList<FutureTask<Boolean>>();
            for (var number = 0; number < CALLERS; number++) {
                var caller = new FutureTask<>(
                        () -> {
                            while (!isOver.get()) {
                                answers.merge(site.get("/").statusCode(), 1, Integer::sum);
                            }
                        },
                        true);
                callers.add(caller);
                new Thread(caller).start();
            }
            for (var generation = 1; generation <= GENERATIONS; generation++) {
                old = replace(site, old, generation);
            }
            isOver.set(true);
            for (var caller : callers) {
                assertThat(caller.get()).isTrue();
            }
            old.close();
        }

        assertThat(answers.keySet()).containsExactly(200);
        assertThat(total(answers)).isGreaterThan(GENERATIONS * CALLERS);
    }

    /** A new task is healthy before the old one is let go, and the old one ends as soon as it is unused. */
    private static Upstream replace(Site site, Upstream old, int generation) {
        var next = Upstream.named("task" + generation);
        site.with(next);
        site.traffic.deregister(old.task());
        site.awaits(old, TargetHealth.UNUSED);
        old.close();
        return next;
    }

    private static int total(Map<Integer, Integer> answers) {
        return new TreeMap<>(answers)
                .values().stream().mapToInt(Integer::intValue).sum();
    }
}
