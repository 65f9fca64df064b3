package dev.stowage.local.engine.docker;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A terminal at which somebody sits: keys, a screen, and the size of that. */
public interface Seat {

    /**
     * The size of a screen.
     *
     * @param rows how many lines it has
     * @param columns how many characters a line has
     */
    record Size(int rows, int columns) {}

    /** What is typed, each key as it comes. */
    InputStream keys();

    /** What is shown. */
    OutputStream screen();

    /** How large it is now; empty where it does not say. */
    Optional<Size> size();

    /** Has that be called whenever the size changes. Only one is called at a time. */
    void onResize(Runnable what);
}
