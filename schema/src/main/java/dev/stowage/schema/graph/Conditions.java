package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.tree.Functions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one template, and which of them can be true together. They are open both ways, whatever the defaults of
 * parameters are: what a deployment may be asked for is asked for some day. Two things bind them: a term has one value, and
 * a parameter with {@code AllowedValues} has one of those.
 */
final class Conditions {

    static final Conditions NONE = new Conditions(Map.of(), List.of(), List.of());

    /** Some string that no template holds: the value of a term that equals nothing it is compared with. */
    private static final String OTHER = "\0";

    private final Map<String, Formula> formulas;
    private final List<Comparison> comparisons;
    private final List<Term> terms;

    Conditions(Map<String, Formula> formulas, List<Comparison> comparisons, List<Term> terms) {
        this.formulas = formulas;
        this.comparisons = comparisons;
        this.terms = terms;
    }

    /** What a condition is in every deployment; unknown where that depends. */
    Verdict always(String name) {
        var formula = formulas.get(name);
        return formula == null ? Verdict.UNKNOWN : formula.under(nothing());
    }

    /** Whether a condition depends on terms that can be told apart, so that a question may be asked both ways. */
    boolean isOpen(String name) {
        return formulas.containsKey(name) && always(name) == Verdict.UNKNOWN;
    }

    /** Whether all of these can be so at once; unknown where that takes too long to find out. */
    Verdict areConsistent(List<Decision> decisions) {
        return new Satisfier(this, -1, OTHER).search(decisions);
    }

    /** Whether a parameter may have this value while these decisions stand. */
    boolean mayBe(String parameter, String value, List<Decision> decisions) {
        var term = term(parameter);
        return term < 0 || new Satisfier(this, term, value).search(decisions) == Verdict.HOLDS;
    }

    /** The one value that a parameter can have while these decisions stand, or null where there are more. */
    @Nullable
    String forced(String parameter, List<Decision> decisions) {
        var term = term(parameter);
        if (term < 0) {
            return null;
        }
        String only = null;
        for (var candidate : candidates(term)) {
            if (new Satisfier(this, term, candidate).search(decisions) != Verdict.FAILS) {
                if (only != null) {
                    return null;
                }
                only = candidate;
            }
        }
        return OTHER.equals(only) ? null : only;
    }

    private List<String> candidates(int term) {
        if (!terms.get(term).allowed().isEmpty()) {
            return terms.get(term).allowed();
        }
        var candidates = new ArrayList<String>();
        candidates.add(OTHER);
        for (var comparison : comparisons) {
            if (!comparison.isOfTerms() && !candidates.contains(comparison.literal())) {
                candidates.add(comparison.literal());
            }
        }
        return candidates;
    }

    private int term(String parameter) {
        for (var i = 0; i < terms.size(); i++) {
            if (Functions.refTarget(terms.get(i).node())
                    .filter(parameter::equals)
                    .isPresent()) {
                return i;
            }
        }
        return -1;
    }

    @Nullable
    Formula formula(String name) {
        return formulas.get(name);
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    List<Term> terms() {
        return terms;
    }

    /** No comparison is known. */
    Verdict[] nothing() {
        var atoms = new Verdict[comparisons.size()];
        Arrays.fill(atoms, Verdict.UNKNOWN);
        return atoms;
    }
}
