package dev.stowage.dsl.messaging;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/**
 * Some messages of a topic, or all of them in another form. Make one with {@link Topic#where} and its like; messages arrive as
 * they were published.
 */
@ValueStyle
@Value.Immutable
public sealed interface Subscription extends News permits ImmutableSubscription {

    /** All messages of this topic. */
    static Subscription of(Topic topic) {
        return ImmutableSubscription.of(topic, Lines.here("subscription"));
    }

    /** Those, too, only with one of these values in this attribute. */
    default Subscription where(String attribute, String first, String... others) {
        return and(new Clause(attribute, Test.IS, all(first, others)), "where");
    }

    /** Those, too, only with an attribute that begins like this. */
    default Subscription whereBegins(String attribute, String prefix) {
        return and(new Clause(attribute, Test.BEGINS, List.of(prefix)), "whereBegins");
    }

    /** Those, too, only with an attribute whose value is none of these. */
    default Subscription whereOtherThan(String attribute, String first, String... others) {
        return and(new Clause(attribute, Test.IS_NOT, all(first, others)), "whereOtherThan");
    }

    /** Looks for what is wanted in the message, a JSON object, instead of its attributes. */
    default Subscription inBody() {
        return ImmutableSubscription.copyOf(this).withIsOfBody(true).withLines(lines().and("inBody"));
    }

    /** Within the JSON by which SNS tells who published it, and when. */
    default Subscription enveloped() {
        return ImmutableSubscription.copyOf(this).withIsEnveloped(true).withLines(lines().and("enveloped"));
    }

    private Subscription and(Clause clause, String word) {
        var more = new ArrayList<>(clauses());
        more.add(clause);
        return ImmutableSubscription.copyOf(this).withClauses(more).withLines(lines().and(word));
    }

    private static List<String> all(String first, String... others) {
        var all = new ArrayList<String>(others.length + 1);
        all.add(first);
        all.addAll(List.of(others));
        return all;
    }

    @Override
    default Subscription subscription() {
        return this;
    }

    /** The topic. */
    Topic topic();

    /** Where its words were said. */
    @Value.Auxiliary
    Lines lines();

    /** What messages must be like: all of this. */
    List<Clause> clauses();

    /** Whether the message itself is looked at, and not its attributes. */
    @Value.Default
    default boolean isOfBody() {
        return false;
    }

    /** Whether messages come within the JSON of SNS. */
    @Value.Default
    default boolean isEnveloped() {
        return false;
    }

    /**
     * What an attribute must be like.
     *
     * @param attribute its name
     * @param test how it is looked at
     * @param values what it is compared with
     */
    record Clause(String attribute, Test test, List<String> values) {

        public Clause {
            values = List.copyOf(values);
        }
    }

    /** How an attribute is looked at. */
    enum Test {
        /** It is one of the values. */
        IS,
        /** It is none of them. */
        IS_NOT,
        /** It begins with the value. */
        BEGINS
    }
}
