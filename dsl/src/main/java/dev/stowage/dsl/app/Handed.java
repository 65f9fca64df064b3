package dev.stowage.dsl.app;

import dev.stowage.schema.origin.CallSite;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An id or name that is handed in when the stack is deployed. */
public final class Handed implements Locator {

    private final By by;
    private final String name;
    private final CallSite site;

    Handed(By by, String name, CallSite site) {
        this.by = by;
        this.name = Objects.requireNonNull(name, "name");
        this.site = site;
    }

    /** By what it is handed in. */
    public By by() {
        return by;
    }

    /** The name of the parameter or export, or the path in the parameter store. */
    public String name() {
        return name;
    }

    /** Who asked for it. */
    public CallSite site() {
        return site;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Handed that && that.by == by && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return by + " " + name;
    }

    /** By what something is handed in. */
    public enum By {
        /** A parameter of the template. */
        PARAMETER,
        /** An export of another stack. */
        EXPORT,
        /** An entry of the Systems Manager parameter store. */
        SSM
    }
}
