package dev.stowage.schema.origin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The user's frames that led to one word, innermost first: never empty lines of the JDK or of Stowage itself. */
public final class CallSite {

    /** A call that came from no user's code. */
    public static final CallSite NONE = new CallSite(List.of());

    /** How many frames are kept; what lies further out is the same for all words of a program. */
    private static final int DEPTH = 8;

    private static final String HOUSE = "dev.stowage.";

    /** The calls that were met, so that a line in a loop is kept once; they are as many as a program has ways to its words. */
    private static final Map<CallSite, CallSite> MET = new ConcurrentHashMap<>();

    private static final int MOST = 10_000;

    private final List<Frame> frames;

    private CallSite(List<Frame> frames) {
        this.frames = frames;
    }

    /**
     * The call that is being made now; the same for every word that is said this way. A throwable tells it in half the time
     * of a stack walker, and of the words of a program that is no small part of a synth.
     */
    public static CallSite here() {
        var site = of(new Throwable());
        var met = MET.get(site);
        if (met != null) {
            return met;
        }
        if (MET.size() >= MOST) {
            MET.clear();
        }
        MET.put(site, site);
        return site;
    }

    /** A call of another process, by its frames, innermost first. */
    public static CallSite remembered(List<Frame> frames) {
        return frames.isEmpty() ? NONE : new CallSite(Collections.unmodifiableList(new ArrayList<>(frames)));
    }

    /** The calls that an exception went through. */
    public static CallSite of(Throwable thrown) {
        var frames = new ArrayList<Frame>(DEPTH);
        for (var element : thrown.getStackTrace()) {
            if (frames.size() < DEPTH && !isPlumbing(element.getClassName())) {
                frames.add(Frame.running(element));
            }
        }
        return frames.isEmpty() ? NONE : new CallSite(Collections.unmodifiableList(frames));
    }

    /** The frames, innermost first, at most eight. */
    public List<Frame> frames() {
        return frames;
    }

    /**
     * The JDK, and the modules of Stowage that describe and run; its samples are programs like any other. Every frame of every
     * word is asked, and most names are told by their first letter.
     */
    private static boolean isPlumbing(String name) {
        return switch (name.isEmpty() ? ' ' : name.charAt(0)) {
            case 'd' -> name.startsWith(HOUSE) && isEngine(name);
            case 'j' -> name.startsWith("java.") || name.startsWith("jdk.");
            case 's' -> name.startsWith("sun.");
            case 'o' ->
                name.startsWith("org.junit.")
                        || name.startsWith("org.apache.maven.")
                        || name.startsWith("org.codehaus.mojo.");
            default -> false;
        };
    }

    private static boolean isEngine(String name) {
        return name.startsWith("dsl.", HOUSE.length())
                || name.startsWith("schema.", HOUSE.length())
                || name.startsWith("synth.", HOUSE.length())
                || name.startsWith("local.", HOUSE.length());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallSite that && that.frames.equals(frames);
    }

    @Override
    public int hashCode() {
        return frames.hashCode();
    }
}
