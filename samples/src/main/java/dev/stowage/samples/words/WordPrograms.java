package dev.stowage.samples.words;

import dev.stowage.dsl.app.Blueprint;
import java.util.List;

/** The programs of this package, for whatever has to hold for each of them. */
public final class WordPrograms {

    private WordPrograms() {}

    /** Each program once. */
    public static List<Blueprint> all() {
        return List.of(
                new Networks(),
                new Peers(),
                new Stores(),
                new Messages(),
                new Databases(),
                new Containers(),
                new Logging(),
                new Services(),
                new Deployments(),
                new Traffic(),
                new Gates(),
                new Shares(),
                new Apis(),
                new Alarms(),
                new Schedules(),
                new House());
    }
}
