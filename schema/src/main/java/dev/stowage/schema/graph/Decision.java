package dev.stowage.schema.graph;

/** That a condition of a stack holds, or that it does not. */
public final class Decision {

    private final Stack home;
    private final String condition;
    private final boolean holds;

    Decision(Stack home, String condition, boolean holds) {
        this.home = home;
        this.condition = condition;
        this.holds = holds;
    }

    Stack home() {
        return home;
    }

    /** The stack whose template declares the condition. */
    public String stack() {
        return home.template().stack();
    }

    /** The name of the condition. */
    public String condition() {
        return condition;
    }

    /** Whether it holds. */
    public boolean holds() {
        return holds;
    }

    Decision turned(boolean other) {
        return other == holds ? this : new Decision(home, condition, other);
    }

    /** Whether both are about one condition. */
    public boolean isAbout(Decision other) {
        return home == other.home && condition.equals(other.condition);
    }

    @Override
    public String toString() {
        return condition + (holds ? " holds" : " does not hold");
    }
}
