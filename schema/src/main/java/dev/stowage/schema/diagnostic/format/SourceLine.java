package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.origin.Origin;
import java.util.Optional;

/**
 * The line that a reader is shown for something that was said or written.
 *
 * @param file the simple name of the source file, or the path of a file as the user gave it
 * @param line the line, counted from 1
 */
public record SourceLine(String file, int line) {

    /** The line that is shown from there; empty where no line is known. */
    public static Optional<SourceLine> of(Origin origin, Vantage vantage) {
        var spot = Spot.of(origin, vantage);
        var slash = spot.file().lastIndexOf('/');
        return spot.line() == 0
                ? Optional.empty()
                : Optional.of(new SourceLine(
                        spot.column() == 0 ? spot.file().substring(slash + 1) : spot.file(), spot.line()));
    }
}
