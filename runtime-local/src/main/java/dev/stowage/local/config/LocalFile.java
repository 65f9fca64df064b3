package dev.stowage.local.config;

import dev.stowage.local.config.LocalConfig.BindMount;
import dev.stowage.local.config.LocalConfig.ContainerChange;
import dev.stowage.local.config.LocalConfig.InstanceFleet;
import dev.stowage.local.config.LocalConfig.OpenPort;
import dev.stowage.local.config.LocalConfig.Replacement;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code local.yaml}: checks it against its schema, every mistake at its line, and makes values of it. */
final class LocalFile {

    private final Path folder;
    private final List<Diagnostic> findings;

    private LocalFile(Path folder, List<Diagnostic> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /**
     * What the file says; nothing where it has mistakes, which join the findings.
     *
     * @param file the name that findings show
     * @param folder the absolute path that paths in it start from
     */
    static LocalConfig read(String file, byte[] text, Path folder, List<Diagnostic> findings) {
        var found = new ArrayList<Diagnostic>();
        var config = LocalConfig.none(folder.toString());
        try {
            var root = ModelReader.document(file, text, found);
            found.addAll(LocalSchema.check(root));
            if (found.isEmpty() && root instanceof ObjectNode object) {
                config = new LocalFile(folder, found).config(object);
            }
        } catch (BadInput broken) {
            found.add(Gap.CONFIG.at(broken.at(), Trees.sentence(broken)));
        }
        findings.addAll(found);
        return config;
    }

    private LocalConfig config(ObjectNode root) {
        return new LocalConfig(
                folder.toString(),
                root.text("region"),
                root.text("account"),
                Trees.texts(root.object("parameters")),
                Trees.texts(root.object("values")),
                root.text("secrets").map(this::path),
                replacements(root.object("replace")),
                containers(root.object("containers")),
                Trees.texts(root.object("endpoints")),
                paths(Trees.texts(root.object("files"))),
                fleet(root.object("instances")));
    }

    private String path(String written) {
        return folder.resolve(written).normalize().toString();
    }

    private Map<String, String> paths(Map<String, String> files) {
        var paths = new LinkedHashMap<String, String>();
        files.forEach((object, file) -> paths.put(object, path(file)));
        return paths;
    }

    private Map<String, Replacement> replacements(ObjectNode entries) {
        var all = new LinkedHashMap<String, Replacement>();
        for (var i = 0; i < entries.size(); i++) {
            var name = entries.key(i);
            var entry = entries.object(name);
            if (entry.has("image") == entry.has("host")) {
                findings.add(Gap.CONFIG.at(
                        entry.at(), "`" + name + "` is replaced by an `image` or by a `host`; one of both is wanted."));
            } else {
                all.put(name, entry.has("image") ? byImage(entry) : byHost(entry));
            }
        }
        return all;
    }

    private static Replacement byImage(ObjectNode entry) {
        var port = Trees.whole(entry.peek("port"));
        return new Replacement.ByImage(
                entry.text("image").orElse(""),
                port.map(List::of).orElse(List.of()),
                Trees.texts(entry.object("environment")),
                Trees.texts(entry.list("command")),
                entry.at());
    }

    private static Replacement byHost(ObjectNode entry) {
        var host = entry.text("host").orElse("");
        var colon = host.lastIndexOf(':');
        return new Replacement.ByHost(
                host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)), entry.at());
    }

    private Map<String, ContainerChange> containers(ObjectNode entries) {
        var all = new LinkedHashMap<String, ContainerChange>();
        for (var i = 0; i < entries.size(); i++) {
            all.put(entries.key(i), container(entries.object(entries.key(i))));
        }
        return all;
    }

    private ContainerChange container(ObjectNode entry) {
        var mounts = new ArrayList<BindMount>();
        for (var item : entry.list("mounts").items()) {
            if (item instanceof ObjectNode mount) {
                mounts.add(new BindMount(
                        path(mount.text("source").orElse("")),
                        mount.text("path").orElse(""),
                        Trees.text(mount.peek("readOnly")).equals("true")));
            }
        }
        Optional<List<String>> command =
                entry.has("command") ? Optional.of(Trees.texts(entry.list("command"))) : Optional.empty();
        return new ContainerChange(
                entry.text("image"),
                command,
                Trees.texts(entry.object("environment")),
                mounts,
                ports(entry.list("ports")),
                entry.at());
    }

    private static List<OpenPort> ports(ListNode list) {
        var ports = new ArrayList<OpenPort>();
        for (Node item : list.items()) {
            var text = Trees.text(item);
            var colon = text.indexOf(':');
            var inside = Integer.parseInt(text.substring(colon + 1));
            ports.add(new OpenPort(inside, colon < 0 ? inside : Integer.parseInt(text.substring(0, colon))));
        }
        return ports;
    }

    private static InstanceFleet fleet(ObjectNode entry) {
        return new InstanceFleet(
                Trees.whole(entry.peek("count")).orElse(InstanceFleet.STANDARD.count()),
                Trees.whole(entry.peek("cpu")),
                Trees.whole(entry.peek("memory")));
    }
}
