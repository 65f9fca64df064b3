package dev.stowage.schema.semantics.routing;

import java.util.Optional;

/** What a load balancer does with {@code X-Forwarded-For} ({@code routing.http.xff_header_processing.mode}). */
public enum ForwardedFor {
    /** Adds the address of the caller: the default. */
    APPEND,
    /** Leaves it as it came. */
    PRESERVE,
    /** Takes it away. */
    REMOVE;

    /** More addresses than this are refused with status 463. */
    public static final int MOST = 30;

    /** The mode that is written so, such as {@code append}. */
    public static Optional<ForwardedFor> named(String text) {
        for (var mode : values()) {
            if (mode.name().equalsIgnoreCase(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    /**
     * The header that goes to the target; empty for none.
     *
     * @param came what the request says; empty for nothing
     * @param caller the address of the caller
     */
    public String of(String came, String caller) {
        return switch (this) {
            case APPEND -> came.isEmpty() ? caller : came + ", " + caller;
            case PRESERVE -> came;
            case REMOVE -> "";
        };
    }

    /** Whether the header names more addresses than are allowed. */
    public static boolean isTooLong(String came) {
        var commas = 0;
        for (var at = came.indexOf(','); at >= 0; at = came.indexOf(',', at + 1)) {
            commas++;
        }
        return commas >= MOST;
    }
}
