package dev.stowage.local.testing;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.diagnostic.format.Vantage;
import dev.stowage.synth.cli.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was found and said of a run. What is otherwise than on AWS is printed, too, each line once in a JVM. */
final class Notebook {

    private static final Set<String> PRINTED = ConcurrentHashMap.newKeySet();
    private static final String GAP = "LOCAL-";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile List<Diagnostic> findings = List.of();

    /** Takes a line that was said while the run goes on. */
    void say(String line) {
        lines.add(line);
        if (line.startsWith(GAP)) {
            print(line);
        }
    }

    /** Takes what was found when a model was worked out, for what was found of the one before. */
    void find(Report report) {
        findings = report.findings();
        ReportFormat.plain(Vantage.from(Path.of("").toAbsolutePath()))
                .text(report)
                .lines()
                .forEach(Notebook::print);
    }

    private static void print(String line) {
        if (PRINTED.add(line)) {
            Console.system().err().println(line);
        }
    }

    /** What was found. */
    List<Diagnostic> findings() {
        return findings;
    }

    /** How many lines were said. */
    int size() {
        return lines.size();
    }

    /** What was said behind the first so many lines. */
    List<String> since(int known) {
        return List.copyOf(lines.subList(known, lines.size()));
    }
}
