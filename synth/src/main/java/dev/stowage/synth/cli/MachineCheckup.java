package dev.stowage.synth.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the commands of synth need of a machine, and what goes well with them. */
final class MachineCheckup implements Checkup {

    private static final int LEAST_JAVA = 17;
    private static final Path MEMORY = Path.of("/proc/meminfo");

    @Override
    public List<Vital> look(Console console) {
        var vitals = new ArrayList<Vital>();
        vitals.add(java());
        vitals.add(memory());
        vitals.add(folder(console));
        vitals.add(tool("cdk", "`cdk deploy --app cdk.out`", console));
        vitals.add(tool("npm", "installing the AWS CDK", console));
        vitals.add(tool("aws", "what `publish --print` prints", console));
        vitals.add(tool("cfn-lint", "a second opinion on templates", console));
        vitals.add(credentials(console));
        return vitals;
    }

    private static Vital java() {
        var version = Runtime.version().feature();
        var found = Runtime.version() + " in " + System.getProperty("java.home", "?");
        return version >= LEAST_JAVA
                ? Vital.there("Java", found, "everything")
                : Vital.missing("Java", found + ": install " + LEAST_JAVA + " or later", "everything");
    }

    private static Vital memory() {
        var heap = Runtime.getRuntime().maxMemory() >> 20;
        var total = total();
        return Vital.there(
                "memory",
                (total.isPresent() ? total.get() + ", " : "") + heap + " MiB for Java at most",
                "synth takes about 50 MiB, local tasks what they are given");
    }

    /** The memory of the machine, where it tells. */
    private static Optional<String> total() {
        try {
            for (var line : Files.isReadable(MEMORY) ? Files.readAllLines(MEMORY) : List.<String>of()) {
                if (line.startsWith("MemTotal:") && line.endsWith(" kB")) {
                    var digits = line.substring("MemTotal:".length(), line.length() - 3)
                            .trim();
                    return Optional.of((Long.parseLong(digits) >> 10) + " MiB in all");
                }
            }
        } catch (IOException | NumberFormatException untold) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Vital folder(Console console) {
        var name = console.environment("CDK_OUTDIR").orElse("cdk.out");
        var folder = console.directory().resolve(name).toAbsolutePath();
        Path nearest = folder;
        for (var above = folder.getParent(); !Files.exists(nearest) && above != null; above = above.getParent()) {
            nearest = above;
        }
        var canWrite = Files.isDirectory(nearest) && Files.isWritable(nearest);
        return canWrite
                ? Vital.there(name, "can be written", "`synth`")
                : Vital.missing(name, "`" + nearest + "` cannot be written", "`synth`");
    }

    /** A program on the path; it is looked for, and not run. */
    private static Vital tool(String name, String purpose, Console console) {
        for (var folder : console.environment("PATH").orElse("").split(File.pathSeparator, -1)) {
            for (var file : new String[] {name, name + ".cmd", name + ".exe"}) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, file))) {
                    return Vital.there(name, Path.of(folder, file).toString(), purpose);
                }
            }
        }
        return Vital.optional(name, "not on the PATH", purpose);
    }

    /** Whether there are any, and where; never what they are. */
    private static Vital credentials(Console console) {
        var purpose = "deploying, and nothing else";
        for (var variable : new String[] {
            "AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI"
        }) {
            if (console.environment(variable).isPresent()) {
                return Vital.there("AWS credentials", "by " + variable, purpose);
            }
        }
        var home = console.environment("HOME").orElse(System.getProperty("user.home", ""));
        for (var file : new String[] {"credentials", "config"}) {
            var path = Path.of(home, ".aws", file);
            if (Files.isReadable(path)) {
                return Vital.there("AWS credentials", "perhaps in " + path, purpose);
            }
        }
        return Vital.optional("AWS credentials", "none", purpose);
    }
}
