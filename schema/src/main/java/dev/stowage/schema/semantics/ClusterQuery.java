package dev.stowage.schema.semantics;

import java.util.List;
import java.util.Optional;

/**
 * An expression of the cluster query language, with which {@code memberOf} constraints choose container instances. Amazon ECS
 * Developer Guide, "Create expressions to define container instances for Amazon ECS tasks". The guide leaves open how
 * {@code and} and {@code or} bind; here {@code and} binds more tightly. Its text is the canonical form of the expression.
 */
public sealed interface ClusterQuery {

    /** What an instance has to say about itself. */
    interface Facts {

        /**
         * The values of a subject such as {@code attribute:ecs.instance-type}; none where the instance has no such attribute,
         * several where it runs tasks of several groups.
         */
        List<String> of(String subject);
    }

    /**
     * Where an expression stops to make sense.
     *
     * @param at after so many characters
     * @param message what was found there, and what is wanted
     */
    record Fault(int at, String message) {}

    /** The most characters that ECS takes. */
    int MAXIMUM_LENGTH = 2_000;

    /** The expression that a text says; empty for a text with a {@linkplain #faultOf fault}. */
    static Optional<ClusterQuery> parse(String text) {
        return new ClusterQueryParser(text).parse();
    }

    /** What is wrong with a text; empty where nothing is. */
    static Optional<Fault> faultOf(String text) {
        var parser = new ClusterQueryParser(text);
        return parser.parse().isPresent() ? Optional.empty() : parser.fault();
    }

    /** Whether an instance with these facts is meant. */
    boolean matches(Facts facts);

    /** Both hold. */
    record And(ClusterQuery left, ClusterQuery right) implements ClusterQuery {
        @Override
        public boolean matches(Facts facts) {
            return left.matches(facts) && right.matches(facts);
        }

        @Override
        public String toString() {
            return grouped(left) + " and " + (right instanceof And ? "(" + right + ")" : grouped(right));
        }

        private static String grouped(ClusterQuery query) {
            return query instanceof Or ? "(" + query + ")" : query.toString();
        }
    }

    /** One of them holds, or both. */
    record Or(ClusterQuery left, ClusterQuery right) implements ClusterQuery {
        @Override
        public boolean matches(Facts facts) {
            return left.matches(facts) || right.matches(facts);
        }

        @Override
        public String toString() {
            return left + " or " + (right instanceof Or ? "(" + right + ")" : right);
        }
    }

    /** It does not hold. */
    record Not(ClusterQuery query) implements ClusterQuery {
        @Override
        public boolean matches(Facts facts) {
            return !query.matches(facts);
        }

        @Override
        public String toString() {
            return query instanceof Test || query instanceof Not ? "not " + query : "not (" + query + ")";
        }
    }

    /**
     * A subject and what is asked about it.
     *
     * @param subject such as {@code agentConnected} or {@code attribute:ecs.instance-type}
     * @param operator how it is compared
     * @param arguments with what; nothing for {@code exists}, several for {@code in}
     */
    record Test(String subject, QueryOperator operator, List<String> arguments) implements ClusterQuery {
        @Override
        public boolean matches(Facts facts) {
            return operator.holds(subject, facts.of(subject), arguments);
        }

        @Override
        public String toString() {
            return subject + " " + operator.symbol() + QueryOperator.printed(operator, arguments);
        }
    }
}
