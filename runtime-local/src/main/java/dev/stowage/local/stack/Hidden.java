package dev.stowage.local.stack;

/** A secret value. It is handed to containers and to nothing else: whoever prints it prints that it is hidden. */
public final class Hidden {

    private final String value;

    private Hidden(String value) {
        this.value = value;
    }

    /** This very secret. */
    public static Hidden of(String value) {
        return new Hidden(value);
    }

    /** The secret itself: for the environment of a container, the login of a registry, an option of a log driver. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hidden that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
