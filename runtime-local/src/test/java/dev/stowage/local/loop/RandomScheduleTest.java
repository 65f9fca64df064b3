package dev.stowage.local.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The promises of the scheduler under random schedules with faults. {@code -Dstowage.schedules=N} plays so many,
 * {@code -Dstowage.seed=S} replays one.
 */
@Behaviour({"5.10", "9.1", "9.3", "10.1"})
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

    private static long schedules() {
        return Long.getLong("stowage.schedules", MANY);
    }

    /** What went wrong with a seed, and how to see it again. */
    private static Optional<String> failure(long seed) {
        try {
            RandomSchedule.play(seed);
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of("replay with -Dstowage.seed=" + seed + ": " + e);
        }
    }
}
