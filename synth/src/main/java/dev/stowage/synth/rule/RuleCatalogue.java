package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every finding of Stowage means, also of those that are made where a program is turned into a model or a file is read, and
 * of differences between a local run and AWS.
 * The texts stand in one file for each topic, and are read only when somebody asks.
 */
public final class RuleCatalogue {

    /** What the name of every difference between a local run and AWS begins with: no check finds one. */
    public static final String DIFFERENCE = "LOCAL-";

    private static final List<String> TOPICS = List.of(
            "allowance",
            "capacity",
            "database",
            "endpoint",
            "listener-rule",
            "local",
            "network",
            "placement",
            "program",
            "queue",
            "scaling",
            "schedule",
            "service",
            "target-group",
            "task",
            "template",
            "traffic");

    private static final String HEADING = "## ";

    private RuleCatalogue() {}

    /** All rules, by name. */
    public static List<RuleText> all() {
        var texts = new TreeMap<String, RuleText>();
        for (var topic : TOPICS) {
            for (var text : read(topic)) {
                texts.put(text.id(), text);
            }
        }
        return List.copyOf(texts.values());
    }

    /** The rule of this name. */
    public static Optional<RuleText> find(String id) {
        for (var text : all()) {
            if (text.id().equals(id)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** All differences between a local run and AWS, by name. */
    public static List<RuleText> differences() {
        return read("local");
    }

    /** Whether a rule has this name, or a family of rules. */
    public static boolean isKnown(String name) {
        return !family(name).isEmpty();
    }

    /** The rules that a name covers: the one that has it, or all whose names go on after it with a dot. */
    public static List<RuleText> family(String name) {
        var covered = new ArrayList<RuleText>();
        for (var text : all()) {
            if (text.id().equals(name) || text.id().startsWith(name + ".")) {
                covered.add(text);
            }
        }
        return covered;
    }

    private static List<RuleText> read(String topic) {
        var whole = "\n" + content(topic);
        var texts = new ArrayList<RuleText>();
        for (var at = whole.indexOf("\n" + HEADING); at >= 0; ) {
            var next = whole.indexOf("\n" + HEADING, at + 1);
            texts.add(parse(whole.substring(at + 1 + HEADING.length(), next < 0 ? whole.length() : next)));
            at = next;
        }
        return texts;
    }

    /** A name, a line of severity and title, and the rest. */
    private static RuleText parse(String block) {
        var first = block.indexOf('\n');
        var second = block.indexOf('\n', first + 1);
        var line = block.substring(first + 1, second);
        var blank = line.indexOf(' ');
        return new RuleText(
                block.substring(0, first),
                Severity.valueOf(line.substring(0, blank)),
                line.substring(blank + 1),
                block.substring(second).strip());
    }

    private static String content(String topic) {
        try (var stream = RuleCatalogue.class.getResourceAsStream("explain/" + topic + ".md")) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The jar of Stowage is incomplete: explain/" + topic + ".md is missing.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
