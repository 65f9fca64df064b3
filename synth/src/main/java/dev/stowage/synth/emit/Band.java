package dev.stowage.synth.emit;

import java.util.Map;

/**
 * The rule numbers of a listener that equally specific routes share. All 50,000 are cut into bands: first those of three and
 * more conditions, then of two, then of one; within these, one band for each number of literal characters, the most first.
 * Bands of usual lengths are wide, so that hashes seldom fall together; those of unusual ones are narrow.
 */
final class Band {

    /** How many numbers a listener has: 1 to 50,000. */
    static final int NUMBERS = 50_000;

    /** For one, two, and three or more conditions: how many bands of usual length there are. */
    private static final int[] USUAL = {64, 96, 128};

    /** And how many beyond them: a path or host has at most 128 characters, and an exact value counts as one more. */
    private static final int[] UNUSUAL = {66, 164, 128};

    private static final int[] WIDE = {300, 220, 24};

    private static final int[] NARROW = {40, 20, 5};

    private final int start;
    private final int width;

    private Band(int start, int width) {
        this.start = start;
        this.width = width;
    }

    /** The band of routes with so many conditions, which so many literal characters must meet. */
    static Band of(int conditions, int literals) {
        var group = Math.max(0, Math.min(3, conditions) - 1);
        var start = 1;
        for (var more = 2; more > group; more--) {
            start += UNUSUAL[more] * NARROW[more] + USUAL[more] * WIDE[more];
        }
        var beyond = Math.min(literals, USUAL[group] + UNUSUAL[group] - 1) - USUAL[group];
        return beyond >= 0
                ? new Band(start + (UNUSUAL[group] - 1 - beyond) * NARROW[group], NARROW[group])
                : new Band(start + UNUSUAL[group] * NARROW[group] + (-1 - beyond) * WIDE[group], WIDE[group]);
    }

    /** The number that a hash picks, or the next one of the band that is free; in a full band, the next one behind it. */
    int free(int hash, Map<Integer, ?> taken) {
        var offset = Math.floorMod(hash, width);
        for (var i = 0; i < width; i++) {
            var number = start + (offset + i) % width;
            if (!taken.containsKey(number)) {
                return number;
            }
        }
        var number = start + width;
        while (taken.containsKey(number)) {
            number = number % NUMBERS + 1;
        }
        return number;
    }
}
