package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks one question in every way in which the conditions it depends on can turn out together. A condition counts only once
 * the question has met it, so that a template may have any number of conditions as long as one question needs few.
 *
 * @param <A> the answer
 */
public final class Branches<A> {

    /** How many ways are tried before the question counts as one that cannot be answered. */
    public static final int MOST = 64;

    private final ResourceGraph graph;
    private final Question<A> question;
    private final List<Answer<A>> answers = new ArrayList<>(1);

    private Branches(ResourceGraph graph, Question<A> question) {
        this.graph = graph;
        this.question = question;
    }

    /**
     * The answers, one for each consistent way; a single one under {@link Assignment#OPEN} where the question depends on no
     * condition. Empty where there are more than {@link #MOST} ways.
     */
    public static <A> Optional<List<Answer<A>>> ask(ResourceGraph graph, Question<A> question) {
        var branches = new Branches<>(graph, question);
        return branches.explore(Assignment.OPEN) ? Optional.of(List.copyOf(branches.answers)) : Optional.empty();
    }

    private boolean explore(Assignment decided) {
        var asked = graph.under(decided);
        var answer = question.ask(asked);
        var touched = asked.touched();
        if (touched.isEmpty()) {
            answers.add(new Answer<>(decided, answer));
            return answers.size() <= MOST;
        }
        return explore(decided, touched.get(0))
                && explore(decided, touched.get(0).turned(false));
    }

    private boolean explore(Assignment decided, Decision next) {
        var more = decided.and(next);
        var verdict = graph.isConsistent(more);
        return verdict == Verdict.FAILS || (verdict == Verdict.HOLDS && explore(more));
    }

    /**
     * An answer, and what it was given under.
     *
     * @param under what was decided
     * @param answer the answer
     * @param <A> the type of the answer
     */
    public record Answer<A>(Assignment under, A answer) {}
}
