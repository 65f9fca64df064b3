package dev.stowage.local.cli;

import java.util.ArrayList;
import java.util.List;

/** What was said of a run beside what happened to its services and tasks, such as an image that cannot be pulled and why. */
final class Notes {

    private final List<String> lines = new ArrayList<>();

    synchronized void add(String line) {
        lines.add(line);
    }

    /** How many there are. */
    synchronized int count() {
        return lines.size();
    }

    /** Those behind the first so many. */
    synchronized List<String> since(int known) {
        return List.copyOf(lines.subList(known, lines.size()));
    }
}
