package dev.stowage.schema.expression;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.Objects;

/** The conditions that there are. Their names in a template say what they ask: {@code KindIsLarge}. */
sealed interface ConditionOf extends Condition {

    /** What its name would be if no other condition had it. */
    String wantedName();

    /** What stands under its name in the template's {@code Conditions}. */
    Node formula(Context context);

    @Override
    default String name(Context context) {
        return context.condition(wantedName(), formula(context));
    }

    private static String wantedName(Condition condition) {
        return ((ConditionOf) condition).wantedName();
    }

    /** Letters and digits only, each word with a capital. */
    private static String pascal(String words) {
        var name = new StringBuilder(words.length());
        var capital = true;
        for (var i = 0; i < words.length(); i++) {
            var letter = words.charAt(i);
            if (letter < 128 && Character.isLetterOrDigit(letter)) {
                name.append(capital ? Character.toUpperCase(letter) : letter);
                capital = false;
            } else {
                capital = true;
            }
        }
        return name.toString();
    }

    /** A string is a certain one. */
    record Equal(Text text, String literal) implements ConditionOf {

        public Equal {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(literal, "literal");
        }

        @Override
        public String wantedName() {
            var subject =
                    text instanceof TextParameter asked ? asked.parameter().name() : "Value";
            return pascal(subject) + "Is" + (literal.isEmpty() ? "Empty" : pascal(literal));
        }

        @Override
        public Node formula(Context context) {
            return CallNode.of("Fn::Equals", ListNode.of(text.in(context), TextNode.of(literal)));
        }
    }

    /** Two conditions hold. */
    record Both(Condition first, Condition second) implements ConditionOf {

        @Override
        public String wantedName() {
            return ConditionOf.wantedName(first) + "And" + ConditionOf.wantedName(second);
        }

        @Override
        public Node formula(Context context) {
            return CallNode.of("Fn::And", ListNode.of(first.in(context), second.in(context)));
        }
    }

    /** One of two conditions holds. */
    record Either(Condition first, Condition second) implements ConditionOf {

        @Override
        public String wantedName() {
            return ConditionOf.wantedName(first) + "Or" + ConditionOf.wantedName(second);
        }

        @Override
        public Node formula(Context context) {
            return CallNode.of("Fn::Or", ListNode.of(first.in(context), second.in(context)));
        }
    }

    /** A condition does not hold. */
    record Not(Condition condition) implements ConditionOf {

        @Override
        public String wantedName() {
            return "Not" + ConditionOf.wantedName(condition);
        }

        @Override
        public Node formula(Context context) {
            return CallNode.of("Fn::Not", ListNode.of(condition.in(context)));
        }
    }
}
