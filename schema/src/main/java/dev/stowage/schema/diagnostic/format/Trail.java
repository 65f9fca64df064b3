package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.origin.Frame;
import dev.stowage.schema.origin.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frames of a word as a reader wants them: the innermost line of the reader's own code in front, the lines of
 * libraries that lie within it, and the lines that led to it.
 */
final class Trail {

    /** Where a program's description begins; who calls it has no part in what it says. */
    private static final String BEGINNING = "describe";

    private final List<Frame> frames;
    private final int shown;
    private final String word;

    private Trail(List<Frame> frames, int shown, String word) {
        this.frames = frames;
        this.shown = shown;
        this.word = word;
    }

    static Trail of(Said said, Vantage vantage) {
        var frames = said.site().frames();
        var shown = 0;
        while (shown < frames.size() && vantage.isLibrary(frames.get(shown))) {
            shown++;
        }
        shown = shown == frames.size() ? 0 : shown;
        var word = shown == 0 ? spoken(said.word()) : called(frames.get(shown - 1));
        return new Trail(frames, shown, word);
    }

    /** The line to show; empty where no user's code took part. */
    Optional<Frame> shown() {
        return frames.isEmpty() ? Optional.empty() : Optional.of(frames.get(shown));
    }

    /** The name that was called on the shown line: the word itself, or the method of a library that led to it. */
    String word() {
        return word;
    }

    /** The lines of libraries inside the shown one, outermost first. */
    List<String> within() {
        var places = new ArrayList<String>();
        for (var i = shown - 1; i >= 0; i--) {
            add(places, frames.get(i));
        }
        return places;
    }

    /** The lines that led to the shown one, nearest first. */
    List<String> callers() {
        var places = new ArrayList<String>();
        for (var i = shown + 1; i <= beginning(); i++) {
            if (!isAround(frames.get(i), frames.get(i - 1))) {
                add(places, frames.get(i));
            }
        }
        return places;
    }

    /** Whether one frame is the method in which the lambda of the other is written: the reader sees both at once. */
    private static boolean isAround(Frame method, Frame lambda) {
        return method.className().equals(lambda.className())
                && lambda.method().startsWith("lambda$" + method.method() + "$");
    }

    private int beginning() {
        for (var i = frames.size() - 1; i >= shown; i--) {
            if (frames.get(i).method().equals(BEGINNING)) {
                return i;
            }
        }
        return frames.size() - 1;
    }

    private void add(List<String> places, Frame frame) {
        var place = frame.toString();
        if (!place.equals(frames.get(shown).toString()) && !places.contains(place)) {
            places.add(place);
        }
    }

    /** The method of a word that goes on with what was said, such as {@code env CHECKOUT_URL}. */
    private static String spoken(String word) {
        var space = word.indexOf(' ');
        return space < 0 ? word : word.substring(0, space);
    }

    /** The name by which source calls a frame's method: the class for a constructor, the method around a lambda. */
    private static String called(Frame frame) {
        var method = frame.method();
        if (method.equals("<init>")) {
            return simpleName(frame.className());
        }
        if (method.startsWith("lambda$")) {
            var end = method.indexOf('$', "lambda$".length());
            return end < 0 ? method : method.substring("lambda$".length(), end);
        }
        return method;
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
