package dev.stowage.local.ledger;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.stowage.local.ledger.Anatomy.Unreadable;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.stack.Hidden;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.TaskId;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.write.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The files in which a run keeps what it knows of its tasks and services: one for each, written whenever it changed, in the
 * place of the one before. What tasks are made from is kept once, under its print. A secret is not kept; its print is made
 * with the key of the run, so that nobody can try values who has not the key.
 *
 * <p>What cannot be read, as after another version of Stowage, counts as not there.
 */
public final class Ledger {

    private static final int PRINT_BYTES = 10;
    private static final int PLACE_DIGITS = 8;

    private final Path folder;
    private final Writing writing;
    private final Map<TaskId, TaskNote> tasks = new HashMap<>();
    private final Map<ServiceId, Service> services = new HashMap<>();
    private final Map<TaskSetup, String> prints = new HashMap<>();
    private final Map<String, String> revisions = new TreeMap<>();
    private final Map<String, String> places = new HashMap<>();
    private int last;

    private Ledger(Path folder, byte[] key) {
        this.folder = folder;
        this.writing = new Writing(secret -> print(key, secret));
    }

    /**
     * The ledger in that folder, which is there.
     *
     * @param key of the run, the same for each of its processes
     */
    public static Ledger in(Path folder, byte[] key) {
        var ledger = new Ledger(folder, key);
        List.of("tasks", "services", "setups").forEach(ledger::make);
        return ledger;
    }

    private void make(String name) {
        try {
            var made = Files.createDirectories(folder.resolve(name));
            assert Files.isDirectory(made);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Keeps what a stack is made from. */
    public synchronized void note(LocalStack stack) {
        stack.services().forEach(service -> note(service.setup()));
        stack.tasks().forEach(task -> revisions.put(task.definition().toString(), note(task)));
        write("revisions", text(revisions));
    }

    /** Keeps what a task is made from, and tells its print: the same for all revisions that differ in their number only. */
    @CanIgnoreReturnValue
    public synchronized String note(TaskSetup setup) {
        return prints.computeIfAbsent(setup, it -> {
            var text = JsonWriter.line(writing.tree(it.revision(1)));
            var print = hash(text);
            if (Files.notExists(file("setups/" + print))) {
                write("setups/" + print, text);
            }
            return print;
        });
    }

    /** Keeps how a task is. */
    public synchronized void note(TaskNote note) {
        var id = note.task().id();
        if (!note.equals(tasks.put(id, note))) {
            write(taskFile(id), JsonWriter.line(writing.tree(note)));
        }
    }

    /** Keeps how a service is. */
    public synchronized void note(Service service) {
        var id = service.spec().id();
        if (!service.equals(services.put(id, service))) {
            write(serviceFile(id), JsonWriter.line(writing.tree(service)));
        }
    }

    private String taskFile(TaskId id) {
        return "tasks/" + placed(id.value());
    }

    private String serviceFile(ServiceId id) {
        return "services/" + placed(hash(id.toString()));
    }

    /** A name with a number before it, so that files are read in the order in which they were first written. */
    private String placed(String name) {
        return places.computeIfAbsent(name, it -> {
            last++;
            return "0".repeat(PLACE_DIGITS - Integer.toString(last).length()) + last + "-" + name;
        });
    }

    private void place(String file) {
        var dash = file.indexOf('-');
        places.put(file.substring(dash + 1), file);
        last = Math.max(last, Integer.parseInt(file.substring(0, dash)));
    }

    /** Keeps at which ports of this machine listeners are, by their names. */
    public synchronized void note(Map<String, Integer> ports) {
        var words = new TreeMap<String, String>();
        ports.forEach((listener, port) -> words.put(listener, port.toString()));
        write("ports", text(words));
    }

    /** Keeps only these tasks. */
    public synchronized void keepOnly(Set<TaskId> wanted) {
        if (tasks.size() > wanted.size()) {
            tasks.keySet().stream().filter(id -> !wanted.contains(id)).forEach(id -> remove(file(taskFile(id))));
            tasks.keySet().retainAll(wanted);
        }
    }

    /** What an earlier process kept. */
    public synchronized Past read() {
        var notes = each("tasks", node -> new Reading().value(TaskNote.class, node));
        var known = each("services", node -> new Reading().value(Service.class, node));
        notes.keySet().forEach(this::place);
        known.keySet().forEach(this::place);
        var setups = each("setups", Ledger::setup);
        revisions.putAll(texts("revisions"));
        notes.values().forEach(note -> tasks.put(note.task().id(), note));
        var ports = new TreeMap<String, Integer>();
        texts("ports").forEach((listener, port) -> ports.put(listener, Integer.valueOf(port)));
        return new Past(List.copyOf(known.values()), List.copyOf(notes.values()), Map.copyOf(revisions), setups, ports);
    }

    private static Kept setup(Node node) {
        var reading = new Reading();
        var setup = reading.value(TaskSetup.class, node);
        return new Kept(setup, reading.isWhole());
    }

    private <T> Map<String, T> each(String kind, Function<Node, T> read) {
        var found = new TreeMap<String, T>();
        try (var files = Files.newDirectoryStream(folder.resolve(kind), "*.json")) {
            for (var one : files) {
                var name = one.getFileName().toString();
                node(one)
                        .flatMap(node -> readable(node, read))
                        .ifPresent(value -> found.put(name.substring(0, name.lastIndexOf('.')), value));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static <T> Optional<T> readable(Node node, Function<Node, T> read) {
        try {
            return Optional.of(read.apply(node));
        } catch (Unreadable other) {
            return Optional.empty();
        }
    }

    private Map<String, String> texts(String name) {
        var found = new TreeMap<String, String>();
        if (node(file(name)).orElse(ObjectNode.empty()) instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                if (object.value(i) instanceof TextNode text) {
                    found.put(object.key(i), text.value());
                }
            }
        }
        return found;
    }

    private static String text(Map<String, String> words) {
        var node = ObjectNode.builder();
        words.forEach((key, value) -> node.put(key, TextNode.of(value)));
        return JsonWriter.line(node.build());
    }

    private static Optional<Node> node(Path file) {
        try {
            return Optional.of(ModelReader.document(file.toString(), Files.readAllBytes(file), new ArrayList<>()));
        } catch (IOException | BadInput unreadable) {
            return Optional.empty();
        }
    }

    private void write(String name, String text) {
        WholeFile.write(file(name), text);
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private static String hash(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException every) {
            throw new IllegalStateException(every);
        }
    }

    private static String print(byte[] key, Hidden secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return hex(mac.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException every) {
            throw new IllegalStateException(every);
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, PRINT_BYTES);
    }
}
