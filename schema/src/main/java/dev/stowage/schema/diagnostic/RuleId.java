package dev.stowage.schema.diagnostic;

/**
 * The stable name of a rule: words joined by hyphens, families joined by dots, such as {@code
 * service.grace-period.too-short}. A prefix that ends at a dot names a family.
 *
 * @param value the name
 */
public record RuleId(String value) implements Comparable<RuleId> {

    /** The rule of this name. */
    public static RuleId of(String value) {
        return new RuleId(value);
    }

    /** Whether a name, of this rule or of a family around it, covers this rule. */
    public boolean isCoveredBy(String name) {
        return value.equals(name) || value.startsWith(name + ".");
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
