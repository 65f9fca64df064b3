package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Verdict;
import java.util.List;

/** Looks for one way in which decisions about conditions can all be so: comparison by comparison, back where it fails. */
final class Satisfier {

    private static final int STEPS = 20_000;

    private final Conditions conditions;
    private final Equations equations;
    private final Verdict[] atoms;
    private int steps;

    /** For a deployment where a term, by its position, has this value; -1 for any deployment. */
    Satisfier(Conditions conditions, int term, String value) {
        this.conditions = conditions;
        this.equations = new Equations(conditions, term, value);
        this.atoms = conditions.nothing();
    }

    Verdict search(List<Decision> decisions) {
        if (++steps > STEPS) {
            return Verdict.UNKNOWN;
        }
        var open = -1;
        for (var decision : decisions) {
            var formula = conditions.formula(decision.condition());
            var verdict = formula == null ? Verdict.UNKNOWN : formula.under(atoms);
            if (verdict == Verdict.UNKNOWN) {
                open = open < 0 && formula != null ? formula.open(atoms) : open;
            } else if (verdict == Verdict.HOLDS != decision.holds()) {
                return Verdict.FAILS;
            }
        }
        if (!equations.areConsistent(atoms)) {
            return Verdict.FAILS;
        }
        return open < 0 ? Verdict.HOLDS : split(open, decisions);
    }

    private Verdict split(int atom, List<Decision> decisions) {
        atoms[atom] = Verdict.HOLDS;
        var holding = search(decisions);
        if (holding == Verdict.FAILS) {
            atoms[atom] = Verdict.FAILS;
            holding = search(decisions);
        }
        atoms[atom] = Verdict.UNKNOWN;
        return holding;
    }
}
