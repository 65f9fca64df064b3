package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Census;
import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;

/** What a program made and did not use: a thing that is in no stack, or a copy that nothing uses while another one is used. */
final class Forgotten {

    private static final String[] NONE = {};
    private static final String[] MAKING_OF_VPC = {
        "zones", "sharedNat", "withoutNat", "isolated", "endpoints", "endpointsForTasks", "flowLogs"
    };
    private static final String[] MAKING_OF_LOG_GROUP = {"called", "keep", "count ", "encryptedBy", "infrequentAccess"};
    private static final String[] MAKING_OF_BALANCER = {
        "acrossZones", "elasticAddresses", "privateAddresses", "accessLogs", "alias"
    };
    private static final String[] FINDING_OF_VPC = {"privateSubnets", "publicSubnets", "isolatedSubnets"};
    private static final String[] FINDING_OF_GROUP = {"securityGroup"};

    private final IdentityHashMap<Particulars, Boolean> used;
    private final IdentityHashMap<Particulars, Particulars> originals;
    private final IdentityHashMap<Particulars, Boolean> varied;

    private Forgotten(Estate estate, List<Census.Entry> made) {
        used = new IdentityHashMap<>(estate.reached().size());
        originals = new IdentityHashMap<>(made.size());
        varied = new IdentityHashMap<>(made.size());
        for (var thing : estate.reached()) {
            used.put(thing.particulars(), true);
        }
        for (var stack : estate.app().stacks()) {
            used.put(stack.particulars(), true);
        }
        used.put(estate.app().particulars(), true);
        for (var entry : made) {
            var original = entry.original();
            if (original != null) {
                originals.put(entry.made(), original);
                varied.put(original, true);
            }
        }
    }

    /** The findings about what was made while an app was described. */
    static List<Diagnostic> of(Estate estate, List<Census.Entry> made) {
        var forgotten = new Forgotten(estate, made);
        var ends = forgotten.ends(made);
        if (ends.isEmpty()) {
            return List.of();
        }
        var births = forgotten.birthsThatAreUsed();
        var nearest = forgotten.nearest(ends, births);
        var told = new IdentityHashMap<Particulars, Boolean>();
        var findings = new ArrayList<Diagnostic>();
        for (var end : ends) {
            var birth = forgotten.birth(end);
            if (distance(end) > nearest) {
                continue; // what is told already may be what uses it
            }
            if (births.containsKey(birth)) {
                findings.add(copy(end));
            } else if (told.put(birth, true) == null) {
                findings.add(thing(end));
            }
        }
        return findings;
    }

    /** The findings about words that change nothing: those that only fit to a thing that is made here, or to one that is not. */
    static List<Diagnostic> unheeded(Estate estate) {
        var findings = new ArrayList<Diagnostic>();
        var told = new TreeSet<String>();
        for (var thing : estate.reached()) {
            var particulars = thing.particulars();
            var lines = particulars.lines();
            var isExisting = lines.firstWord().equals("existing");
            var words = isExisting ? wordsOfMaking(particulars.kind()) : wordsOfFinding(particulars.kind());
            for (var word : words) {
                if (isSaid(lines, word) && told.add(thing.key() + "\n" + word)) {
                    findings.add(unheeded(particulars, word, isExisting));
                }
            }
        }
        return findings;
    }

    /** A word that is followed by a name has a line for each name. */
    private static boolean isSaid(Lines lines, String word) {
        return word.endsWith(" ") ? lines.hasLike(word) : lines.has(word);
    }

    private static Said at(Particulars particulars, String word) {
        return Said.of(
                particulars.kind(),
                particulars.name(),
                spoken(word),
                word.endsWith(" ")
                        ? particulars.lines().atLike(word)
                        : particulars.lines().at(word));
    }

    /** Words that say how a thing is made: nobody heeds them of one that exists. */
    private static String[] wordsOfMaking(String kind) {
        return switch (kind) {
            case "VPC" -> MAKING_OF_VPC;
            case "log group" -> MAKING_OF_LOG_GROUP;
            case "bucket" -> new String[] {"versioned"};
            case "queue" -> new String[] {"hears"};
            case "table" -> new String[] {"sortKey"};
            case "repository" -> new String[] {"called", "mutableTags"};
            case "cluster" -> new String[] {"insights"};
            case "alarm" -> new String[] {"tells"};
            case "network load balancer" -> MAKING_OF_BALANCER;
            default -> NONE;
        };
    }

    /** Words that tell what is known of a thing that exists: of one that is made here it follows. */
    private static String[] wordsOfFinding(String kind) {
        return switch (kind) {
            case "VPC" -> FINDING_OF_VPC;
            case "load balancer", "network load balancer", "file system" -> FINDING_OF_GROUP;
            default -> NONE;
        };
    }

    private static Diagnostic unheeded(Particulars particulars, String word, boolean isExisting) {
        var subject = "The " + particulars.kind() + " `" + particulars.name() + "` ";
        return Diagnostic.of(
                        RuleId.of(isExisting ? "place.existing.word" : "place.made.word"),
                        Severity.ERROR,
                        at(particulars, word),
                        isExisting
                                ? subject + "exists already, and a word would change it, which only its owner can."
                                : subject + "is made here, and `" + spoken(word) + "` says what one that exists has.")
                .fix(
                        isExisting
                                ? "Leave the word out, or make it here instead of .existing(…)."
                                : "Leave the word out: what is made here is known.");
    }

    /** The last copy of each chain that nothing uses: those before it live on in it. */
    private List<Particulars> ends(List<Census.Entry> made) {
        var ends = new ArrayList<Particulars>();
        for (var entry : made) {
            if (!varied.containsKey(entry.made()) && !used.containsKey(entry.made())) {
                ends.add(entry.made());
            }
        }
        return ends;
    }

    private IdentityHashMap<Particulars, Boolean> birthsThatAreUsed() {
        var births = new IdentityHashMap<Particulars, Boolean>();
        for (var each : used.keySet()) {
            births.put(birth(each), true);
        }
        return births;
    }

    /** The shortest distance of a thing that is forgotten altogether. */
    private int nearest(List<Particulars> ends, IdentityHashMap<Particulars, Boolean> births) {
        var nearest = Integer.MAX_VALUE;
        for (var end : ends) {
            if (!births.containsKey(birth(end))) {
                nearest = Math.min(nearest, distance(end));
            }
        }
        return nearest;
    }

    /** How far from the app a thing stands: it can be used only by what stands nearer. */
    private static int distance(Particulars thing) {
        return switch (thing.kind()) {
            case "app" -> 0;
            case "stack" -> 1;
            case "service" -> 2;
            case "listener", "cluster", "task", "endpoint" -> 3;
            case "load balancer", "container", "namespace" -> 4;
            case "file system" -> 6;
            case "VPC" -> 7;
            default -> 5;
        };
    }

    private Particulars birth(Particulars copy) {
        var first = copy;
        for (var original = originals.get(first); original != null; original = originals.get(first)) {
            first = original;
        }
        return first;
    }

    private static Diagnostic thing(Particulars made) {
        var name = "`" + made.name() + "`";
        return Diagnostic.of(
                        RuleId.of("thing.forgotten"),
                        Severity.WARNING,
                        made.birth(),
                        "The " + made.kind() + " " + name + " is described here, and nothing uses it.")
                .fix(
                        made.kind().equals("service") || made.kind().equals("cluster")
                                ? "Name " + name + " in a stack, or take it out."
                                : "Use " + name + ", or take it out.");
    }

    private static Diagnostic copy(Particulars made) {
        var word = made.lines().lastWord();
        return Diagnostic.of(
                        RuleId.of("thing.copy-unused"),
                        Severity.WARNING,
                        made.at(word),
                        "The " + made.kind() + " `" + made.name() + "` after `" + spoken(word)
                                + "` is a copy that nothing uses, while the one before it is used.")
                .also("it is described here", made.birth())
                .fix("Use what the word returns: words change nothing, they return a copy.");
    }

    private static String spoken(String word) {
        var space = word.indexOf(' ');
        return space < 0 ? word : word.substring(0, space);
    }
}
