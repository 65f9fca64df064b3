package dev.stowage.schema.origin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** The user's frames that led to one word, innermost first: never empty lines of the JDK or of Stowage itself. */
public final class CallSite {

    /** A call that came from no user's code. */
    public static final CallSite NONE = new CallSite(List.of());

    /** How many frames are kept; what lies further out is the same for all words of a program. */
    private static final int DEPTH = 8;

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final List<Frame> frames;

    private CallSite(List<Frame> frames) {
        this.frames = frames;
    }

    /** The call that is being made now. */
    public static CallSite here() {
        var collector = new Collector();
        WALKER.forEach(collector);
        return collector.frames.isEmpty() ? NONE : new CallSite(Collections.unmodifiableList(collector.frames));
    }

    /** A call of another process, by its frames, innermost first. */
    public static CallSite remembered(List<Frame> frames) {
        return frames.isEmpty() ? NONE : new CallSite(Collections.unmodifiableList(new ArrayList<>(frames)));
    }

    /** The calls that an exception went through; this loader knows their classes. */
    public static CallSite of(Throwable thrown, ClassLoader loader) {
        var frames = new ArrayList<Frame>();
        for (var element : thrown.getStackTrace()) {
            if (frames.size() < DEPTH && !isPlumbing(element.getClassName())) {
                frames.add(Frame.of(element, loader));
            }
        }
        return remembered(frames);
    }

    /** The frames, innermost first, at most eight. */
    public List<Frame> frames() {
        return frames;
    }

    /** The JDK, and the modules of Stowage that describe and run; its samples are programs like any other. */
    private static boolean isPlumbing(String name) {
        return name.startsWith("java.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("dev.stowage.dsl.")
                || name.startsWith("dev.stowage.schema.")
                || name.startsWith("dev.stowage.synth.")
                || name.startsWith("dev.stowage.local.")
                || name.startsWith("org.junit.")
                || name.startsWith("org.apache.maven.")
                || name.startsWith("org.codehaus.mojo.");
    }

    /** A class of its own because a cold JVM loads it fifty times faster than it links a first lambda. */
    private static final class Collector implements Consumer<StackWalker.StackFrame> {

        private final List<Frame> frames = new ArrayList<>(4);

        @Override
        public void accept(StackWalker.StackFrame frame) {
            if (frames.size() == DEPTH) {
                return;
            }
            var name = frame.getClassName();
            if (!isPlumbing(name)) {
                var file = frame.getFileName();
                frames.add(Frame.running(
                        frame.getDeclaringClass(),
                        frame.getMethodName(),
                        file == null ? name : file,
                        Math.max(0, frame.getLineNumber())));
            }
        }
    }
}
