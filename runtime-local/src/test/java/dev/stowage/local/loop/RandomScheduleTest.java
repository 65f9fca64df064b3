package dev.stowage.local.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The promises of the scheduler under random schedules with faults. {@code -Dstowage.schedules=N} plays so many,
 * {@code -Dstowage.seed=S} replays one.
 */
@Behaviour({"5.3", "5.4", "5.10", "9.1", "9.3", "9.8", "10.1", "10.2"})
class RandomScheduleTest {

    private static final long MANY = 100_000;

    @Test
    void keepsItsPromisesWhateverGoesWrong() {
        var replayed = Long.getLong("stowage.seed");
        var seeds = replayed == null ? LongStream.range(0, schedules()) : LongStream.of(replayed);

        assertThat(seeds.parallel()
                        .mapToObj(RandomScheduleTest::failure)
                        .flatMap(Optional::stream)
                        .findAny())
                .isEmpty();
    }

    @Test
    void playsTheSameForTheSameSeed() {
        for (var seed = 0; seed < 20; seed++) {
            assertThat(RandomSchedule.play(seed)).isEqualTo(RandomSchedule.play(seed));
        }
    }

    @Test
    void namesTheSeedOfAFailureSoThatItCanBeReplayed() {
        var failed = failure(7, seed -> {
            throw new AssertionError("it was promised that nothing breaks");
        });

        assertThat(failed)
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("replay with -Dstowage.seed=7: ")
                        .endsWith("it was promised that nothing breaks"));
    }

    private static long schedules() {
        return Long.getLong("stowage.schedules", MANY);
    }

    /** What went wrong with a seed, and how to see it again. */
    private static Optional<String> failure(long seed) {
        return failure(seed, one -> {
            var unused = RandomSchedule.play(one);
        });
    }

    private static Optional<String> failure(long seed, LongConsumer player) {
        try {
            player.accept(seed);
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of("replay with -Dstowage.seed=" + seed + ": " + e);
        }
    }
}
