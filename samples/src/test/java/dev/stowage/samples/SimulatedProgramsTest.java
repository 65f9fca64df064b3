package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.config.Settings;
import dev.stowage.local.deploy.Deployment;
import dev.stowage.local.engine.FakeEngine;
import dev.stowage.local.engine.Faults;
import dev.stowage.local.engine.Workload;
import dev.stowage.local.loop.ControlLoop;
import dev.stowage.local.loop.Witness;
import dev.stowage.local.service.Names;
import dev.stowage.local.service.Scheduling;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.translate.Machine;
import dev.stowage.local.translate.Translator;
import dev.stowage.samples.random.RandomProgram;
import dev.stowage.samples.words.WordPrograms;
import dev.stowage.schema.semantics.DependencyCondition;
import dev.stowage.synth.Stowage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Programs on the simulator, where hours take milliseconds: whatever the language lets somebody say comes up, takes a new
 * revision, and goes back to the old one when the new one never starts.
 */
class SimulatedProgramsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofHours(6);
    private static final int MADE_UP = 60;

    @Test
    void everyServiceBecomesSteady() {
        programs().forEach(program -> {
            var simulated = new Simulated(program);

            simulated.until("steady", Service::steady);

            simulated.services().forEach(one -> assertThat(simulated.live(one)).hasSize(desired(one)));
        });
    }

    @Test
    void everyServiceTakesANewRevision() {
        programs().forEach(program -> {
            var simulated = new Simulated(program);
            simulated.until("steady", Service::steady);

            simulated.deployAll();

            simulated.until("at the new revision", Simulated::isNew);
        });
    }

    @Test
    void everyServiceWithABreakerGoesBackFromARevisionThatNeverStarts() {
        programs().forEach(program -> {
            var simulated = new Simulated(program);
            simulated.until("steady", Service::steady);
            simulated.breakImages();

            simulated.deployAll();

            simulated.until("back, or without a breaker", one -> isBack(one) || !goesBack(one));
        });
    }

    private static Stream<Blueprint> programs() {
        var madeUp = LongStream.range(0, MADE_UP).<Blueprint>mapToObj(RandomProgram::new);
        return Stream.concat(Stream.concat(Samples.all().stream(), WordPrograms.all().stream()), madeUp);
    }

    private static int desired(Service service) {
        return service.spec().scheduling() instanceof Scheduling.Replica replica ? replica.desired() : 1;
    }

    private static boolean isBack(Service service) {
        return service.steady() && service.rollout().primary().rollback();
    }

    private static boolean goesBack(Service service) {
        var breaker = service.spec().settings().breaker();
        return breaker.enabled() && breaker.rollback() && desired(service) > 0;
    }

    /** A program whose services run on the simulator. */
    private static final class Simulated {

        private final SimulatedClock clock = SimulatedClock.at(BEGIN);
        private final FakeEngine engine = FakeEngine.on(clock, Faults.none());
        private final ControlLoop loop =
                ControlLoop.around(engine, clock, TimeScale.REAL, Names.seeded(1), Witness.NOBODY);
        private final Blueprint program;
        private final List<ServiceSpec> specs;

        Simulated(Blueprint program) {
            this.program = program;
            var stack = Translator.translate(Stowage.model(program), Settings.none("/"), Machine.ANY)
                    .stack();
            this.specs = stack.stream()
                    .flatMap(one -> one.services().stream())
                    .map(one -> one.spec().with(revision(1, one.spec().definition())))
                    .toList();
            stack.ifPresent(one ->
                    one.clusters().forEach(cluster -> cluster.instances().forEach(it -> loop.put(cluster.name(), it))));
            specs.forEach(one -> endWhatOthersWaitFor(one.definition()));
            specs.forEach(loop::put);
        }

        /** The same containers, each with an image of its own, so that each behaves as it should. */
        private static TaskDefinition revision(int number, TaskDefinition like) {
            var containers = like.containers().stream()
                    .map(one -> one.running(image(like, one.name(), number)))
                    .toArray(ContainerDefinition[]::new);
            return TaskDefinition.of(like.family(), number, containers).asking(like.demand());
        }

        private static String image(TaskDefinition definition, String container, int revision) {
            return definition.family() + "/" + container + ":" + revision;
        }

        /** A container whose end others wait for ends. */
        private void endWhatOthersWaitFor(TaskDefinition definition) {
            var ending = Workload.SOUND.endingAfter(Duration.ofSeconds(1), 0);
            definition.containers().stream()
                    .flatMap(one -> one.dependencies().stream())
                    .filter(one -> one.condition() == DependencyCondition.COMPLETE
                            || one.condition() == DependencyCondition.SUCCESS)
                    .forEach(one -> {
                        engine.behaves(image(definition, one.container(), 1), ending);
                        engine.behaves(image(definition, one.container(), 2), ending);
                    });
        }

        List<Service> services() {
            return specs.stream()
                    .map(one -> loop.cluster().service(one.id()).orElseThrow())
                    .toList();
        }

        List<Task> live(Service service) {
            return loop.cluster().tasksOf(service.spec().group()).stream()
                    .filter(Task::isLive)
                    .toList();
        }

        void deployAll() {
            specs.forEach(one -> loop.put(one.with(revision(2, one.definition()))));
        }

        static boolean isNew(Service service) {
            var primary = service.rollout().primary();
            return service.steady()
                    && !primary.rollback()
                    && primary.definition().revision() == 2;
        }

        /** No container of a new revision starts any more. */
        void breakImages() {
            var error = ContainerError.cannotPull("manifest unknown");
            for (var spec : specs) {
                for (var container : spec.definition().containers()) {
                    var image = image(spec.definition(), container.name(), 2);
                    engine.behaves(image, Workload.SOUND.refused(error));
                }
            }
        }

        void until(String what, Predicate<Service> goal) {
            var end = clock.now().plus(PATIENCE);
            var reached = loop.runUntil(() -> services().stream().allMatch(goal), end);
            assertThat(reached)
                    .as(() -> program + " is not " + what + ": "
                            + services().stream()
                                    .filter(goal.negate())
                                    .map(one -> one.spec().id() + " "
                                            + one.rollout().all().stream()
                                                    .map(Deployment::reason)
                                                    .toList()
                                            + one.log().events().stream()
                                                    .limit(3)
                                                    .toList())
                                    .toList())
                    .isTrue();
        }
    }
}
