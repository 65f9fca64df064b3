package dev.stowage.schema.reading;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may take for granted when it meets a function: parameter defaults, answers of conditions, values that the
 * graph can follow.
 */
public interface Scope {

    /** Takes nothing for granted: every function but {@code AWS::NoValue} is unknown. */
    Scope NOTHING = new Nothing();

    /** What this node is, as far as the scope can tell. */
    Outcome resolve(Node node);

    /** Resolves no function. A class, because a cold JVM pays for a first lambda. */
    final class Nothing implements Scope {

        private Nothing() {}

        @Override
        public Outcome resolve(Node node) {
            if (!(node instanceof CallNode)) {
                return Outcome.known(node);
            }
            return Functions.isNoValue(node) ? Outcome.ABSENT : Outcome.UNKNOWN;
        }
    }

    /** What a node turned out to be. */
    final class Outcome {

        /** The node takes its property away. */
        public static final Outcome ABSENT = new Outcome(null, List.of());

        /** Only deployment tells. */
        public static final Outcome UNKNOWN = new Outcome(null, List.of());

        private final @Nullable Node node;
        private final List<String> assumed;

        private Outcome(@Nullable Node node, List<String> assumed) {
            this.node = node;
            this.assumed = assumed;
        }

        /** It is this literal, list or object. */
        public static Outcome known(Node node) {
            return new Outcome(node, List.of());
        }

        /** It is this, as long as the named parameters keep their defaults. */
        public static Outcome assumed(Node node, List<String> parameters) {
            return new Outcome(node, parameters);
        }

        /** The literal, list or object; null where the outcome is {@link #ABSENT} or {@link #UNKNOWN}. */
        public @Nullable Node node() {
            return node;
        }

        /** The string that CloudFormation makes of the literal; null where it is a list, an object, or no node at all. */
        public @Nullable String text() {
            if (node instanceof TextNode text) {
                return text.value();
            }
            if (node instanceof NumberNode number) {
                return number.digits();
            }
            return node instanceof FlagNode flag ? String.valueOf(flag.value()) : null;
        }

        /** The parameters whose defaults it rests on. */
        public List<String> assumed() {
            return assumed;
        }
    }
}
