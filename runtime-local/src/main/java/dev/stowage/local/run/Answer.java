package dev.stowage.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** What a run says to a process that steers it, line by line. Where that has gone, a line throws. */
public final class Answer {

    static final String OUT = "out";
    static final String ERR = "err";
    static final String TICK = "tick";
    static final String END = "end";

    private final Writer to;

    Answer(Writer to) {
        this.to = to;
    }

    /** A line of the result. */
    public void out(String line) {
        send(OUT, line);
    }

    /** A line about what went wrong. */
    public void err(String line) {
        send(ERR, line);
    }

    /** Nothing: it throws where nobody waits for the rest any more. */
    public void tick() {
        send(TICK, "");
    }

    void end(int code) {
        send(END, Integer.toString(code));
    }

    private synchronized void send(String kind, String text) {
        try {
            to.write(Words.write(List.of(kind, text)) + "\n");
            to.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
