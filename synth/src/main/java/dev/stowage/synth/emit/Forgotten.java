package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Census;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** What a program made and did not use: a thing that is in no stack, or a copy that nothing uses while another one is used. */
final class Forgotten {

    private final IdentityHashMap<Particulars, Boolean> used = new IdentityHashMap<>();
    private final IdentityHashMap<Particulars, Particulars> originals = new IdentityHashMap<>();
    private final IdentityHashMap<Particulars, Boolean> varied = new IdentityHashMap<>();

    private Forgotten(Estate estate, List<Census.Entry> made) {
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
        var births = forgotten.birthsThatAreUsed();
        var findings = new ArrayList<Diagnostic>();
        for (var entry : made) {
            var end = entry.made();
            // Only the last copy of a chain can be forgotten: those before it live on in it.
            if (!forgotten.varied.containsKey(end) && !forgotten.used.containsKey(end)) {
                findings.add(births.containsKey(forgotten.birth(end)) ? copy(end) : thing(end));
            }
        }
        return findings;
    }

    private IdentityHashMap<Particulars, Boolean> birthsThatAreUsed() {
        var births = new IdentityHashMap<Particulars, Boolean>();
        for (var each : used.keySet()) {
            births.put(birth(each), true);
        }
        return births;
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
                        "The " + made.kind() + " " + name + " is made here, and nothing uses it.")
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
                .also("it is made here", made.birth())
                .fix("Use what the word returns: words change nothing, they return a copy.");
    }

    private static String spoken(String word) {
        var space = word.indexOf(' ');
        return space < 0 ? word : word.substring(0, space);
    }
}
