package dev.stowage.samples.random;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What a made-up program decides by: the same decisions for the same seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** From one to that many. */
    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    /** Whether it is so, once in that many times. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** One of them. */
    @SafeVarargs
    final <T> T any(T first, T... others) {
        var chosen = random.nextInt(others.length + 1);
        return chosen == 0 ? first : others[chosen - 1];
    }

    /** One of them. */
    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The same, or what the word makes of it, which it says once in three times. */
    <T> T maybe(T thing, UnaryOperator<T> word) {
        return onceIn(3) ? word.apply(thing) : thing;
    }

    /** Dice of its own for a part, so that a change of the part changes nothing else. */
    Dice apart() {
        return new Dice(random.nextLong());
    }
}
