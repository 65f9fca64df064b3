package dev.stowage.local.run;

import dev.stowage.local.endpoint.Neighbour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The runs of this machine that can be asked, for whoever has the address of ECS and passes questions on. They are looked up
 * when a run came, moved or went, which changes a folder; and every second, as a process that is killed changes none.
 */
final class Neighbourhood implements Supplier<List<Neighbour>> {

    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private static final FileTime GONE = FileTime.fromMillis(0);

    private final Homes homes;
    private final Path home;
    private final LongSupplier nanos;
    private final Map<Path, FileTime> folders = new HashMap<>();
    private List<Neighbour> found = List.of();
    private long looked;

    /**
     * Those in the noted homes and in that one.
     *
     * @param nanos what time it is
     */
    Neighbourhood(Homes homes, Path home, LongSupplier nanos) {
        this.homes = homes;
        this.home = home;
        this.nanos = nanos;
    }

    @Override
    public synchronized List<Neighbour> get() {
        if (folders.isEmpty() || nanos.getAsLong() - looked >= LONGEST || hasChanged()) {
            look();
        }
        return found;
    }

    private boolean hasChanged() {
        return folders.entrySet().stream()
                .anyMatch(one -> !changed(one.getKey()).equals(one.getValue()));
    }

    /** The folders are noted before they are read: what changes in between is seen the next time. */
    private void look() {
        looked = nanos.getAsLong();
        folders.clear();
        note(homes.register());
        var all = homes.with(home);
        for (var one : all) {
            note(one);
            RunFolder.all(one).forEach(run -> note(one.resolve(run.value())));
        }
        found = Presence.all(all);
    }

    private void note(Path folder) {
        folders.put(folder, changed(folder));
    }

    private static FileTime changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException gone) {
            return GONE;
        }
    }
}
