package dev.stowage.local.endpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The newest lines of a stream of CloudWatch Logs, in the order in which they came. */
final class LogStream {

    /** What a line costs beside its text, about. */
    private static final int OVERHEAD = 64;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long forgotten;
    private long bytes;

    /** Takes a line, and gives the bytes that it costs. */
    long add(LogLine line) {
        lines.add(line);
        bytes += cost(line);
        return cost(line);
    }

    /** Forgets the oldest line, and gives the bytes that it cost. */
    long forget() {
        var cost = cost(lines.remove());
        forgotten++;
        bytes -= cost;
        return cost;
    }

    /** The bytes that its lines cost. */
    long bytes() {
        return bytes;
    }

    /** What came behind the first so many lines, and how many of that are forgotten. */
    LogPart since(long known) {
        var lost = Math.max(0, forgotten - known);
        var behind = new ArrayList<LogLine>();
        var number = forgotten;
        for (var line : lines) {
            if (number >= known) {
                behind.add(line);
            }
            number++;
        }
        return new LogPart(List.copyOf(behind), lost, number);
    }

    private static long cost(LogLine line) {
        return OVERHEAD + (long) line.message().length();
    }
}
