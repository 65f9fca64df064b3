package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Stack;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Asset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;

/** One synthesis: the estate, the templates in the making, and what was found wrong on the way. Used by one thread. */
final class Synthesis {

    private final Estate estate;
    private final Priorities priorities;
    private final IdentityHashMap<Stack, Emission> emissions = new IdentityHashMap<>();
    private final List<Emission> inOrder = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();
    private final TreeMap<String, Asset> assets = new TreeMap<>();

    Synthesis(Estate estate) {
        this.estate = estate;
        this.findings.addAll(estate.findings());
        this.priorities = Priorities.of(estate, findings);
        for (var stack : estate.app().stacks()) {
            var emission = new Emission(this, stack);
            emissions.put(stack, emission);
            inOrder.add(emission);
        }
    }

    Estate estate() {
        return estate;
    }

    Priorities priorities() {
        return priorities;
    }

    Emission emission(Stack stack) {
        var emission = emissions.get(stack);
        if (emission == null) {
            throw new IllegalStateException("The stack " + stack.name() + " is not part of the app.");
        }
        return emission;
    }

    Collection<Emission> emissions() {
        return inOrder;
    }

    void find(Diagnostic finding) {
        findings.add(finding);
    }

    boolean hasErrors() {
        for (var finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    /** Notes something to upload, once for all who use it. */
    void upload(Asset asset) {
        assets.put(asset.id(), asset);
    }

    List<Asset> assets() {
        return new ArrayList<>(assets.values());
    }
}
