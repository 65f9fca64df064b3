package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.origin.Frame;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.origin.Written;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An origin as a reader sees it.
 *
 * @param place the place in short, such as {@code Shop.java:74}; empty where there is none
 * @param source the file, where it is at hand
 * @param file the file as machines want it: a path from the working folder, or the bare name; empty where there is none
 * @param line the line, counted from 1; 0 where it is not known
 * @param column the column, counted from 1; 0 where it is not known
 * @param word the name that was called there; empty where nothing was
 * @param thing the name of the thing that it was said about; empty where there is none
 * @param within the lines of libraries that lie inside, outermost first
 * @param callers the lines that led there, nearest first
 */
record Spot(
        String place,
        Optional<Path> source,
        String file,
        int line,
        int column,
        String word,
        String thing,
        List<String> within,
        List<String> callers) {

    private static final Spot NOWHERE = new Spot("", Optional.empty(), "", 0, 0, "", "", List.of(), List.of());

    /** How an origin looks from there. */
    static Spot of(Origin origin, Vantage vantage) {
        if (origin instanceof Written written) {
            return of(written, vantage.directory());
        }
        if (origin instanceof Said said) {
            var trail = Trail.of(said, vantage);
            return trail.shown()
                    .map(frame -> of(frame, trail, said.name(), vantage.directory()))
                    .orElse(NOWHERE);
        }
        return NOWHERE;
    }

    private static Spot of(Written at, Path directory) {
        return new Spot(
                Printable.of(at.toString()),
                path(at.file(), directory),
                at.file(),
                at.line(),
                at.column(),
                "",
                "",
                List.of(),
                List.of());
    }

    private static Spot of(Frame frame, Trail trail, String thing, Path directory) {
        var place = frame.line() == 0 ? frame.file() : frame.toString();
        var source = SourceFolders.file(frame, directory);
        var file = source.filter(found -> found.startsWith(directory))
                .map(found -> directory.relativize(found).toString().replace('\\', '/'))
                .orElse(frame.file());
        return new Spot(place, source, file, frame.line(), 0, trail.word(), thing, trail.within(), trail.callers());
    }

    private static Optional<Path> path(String file, Path directory) {
        try {
            return Optional.of(directory.resolve(file));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** The line of source with what is meant on it, where the source is at hand. */
    Optional<Excerpt> excerpt(Sources sources) {
        return source.flatMap(found -> sources.line(found, line))
                .map(text -> column > 0 ? Excerpt.token(text, column) : Excerpt.call(text, word, thing));
    }
}
