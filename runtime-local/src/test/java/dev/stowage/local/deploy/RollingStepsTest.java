package dev.stowage.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.schema.semantics.RollingBounds;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of a rolling deployment where all tasks become healthy between them, against the table of the specification. */
@Behaviour("9.1")
class RollingStepsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " 4 | 100 | 200 | 4 | 8 | +4 -4",
                " 4 |  50 | 100 | 2 | 4 | -2 +2 -2 +2",
                " 2 |  50 | 100 | 1 | 2 | -1 +1 -1 +1",
                " 5 |  75 | 150 | 4 | 7 | +2 -3 +3 -2",
                " 3 |  75 | 200 | 3 | 6 | +3 -3",
                " 3 |  66 | 133 | 2 | 3 | -1 +1 -1 +1 -1 +1",
                "10 |  90 | 110 | 9 | 11 | +1 -2 +2 -2 +2 -2 +2 -2 +2 -2 +1",
                "10 | 100 | 110 | 10 | 11 | +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1 +1 -1",
                "25 | 100 | 150 | 25 | 37 | +12 -12 +12 -12 +1 -1",
                " 1 | 100 | 200 | 1 | 2 | +1 -1",
                " 1 |   0 | 100 | 0 | 1 | -1 +1",
                " 3 | 100 | 125 | 3 | 3 | blocked",
                " 1 |  50 | 100 | 1 | 1 | blocked"
            })
    void followTheTable(int desired, int minimum, int maximum, int lower, int upper, String steps) {
        var bounds = DeploymentSettings.REPLICA.between(minimum, maximum).bounds(desired);

        assertThat(bounds).isEqualTo(new RollingBounds(desired, lower, upper));
        assertThat(stepsOf(bounds)).isEqualTo(steps);
    }

    private static String stepsOf(RollingBounds bounds) {
        var steps = new ArrayList<String>();
        var fresh = 0;
        var stale = bounds.desired();
        while (fresh < bounds.desired() || stale > 0) {
            var start = bounds.toStart(fresh, fresh + stale);
            fresh += start;
            var stop = Math.min(stale, bounds.toStop(fresh + stale));
            stale -= stop;
            if (start == 0 && stop == 0) {
                return "blocked";
            }
            note(steps, "+", start);
            note(steps, "-", stop);
        }
        return String.join(" ", steps);
    }

    private static void note(ArrayList<String> steps, String sign, int tasks) {
        if (tasks > 0) {
            steps.add(sign + tasks);
        }
    }
}
