package dev.stowage.local.stack;

import java.util.Map;

/**
 * Where the output of a container goes.
 *
 * @param driver {@code awslogs}, {@code awsfirelens}, {@code json-file}, and so on; empty for the engine's own
 * @param options as written
 * @param secrets options whose values are secret
 */
public record Logging(String driver, Map<String, String> options, Map<String, Hidden> secrets) {

    /** Where the engine sends it. */
    public static final Logging STANDARD = new Logging("", Map.of(), Map.of());

    /** A setting that cannot be changed from outside. */
    public Logging {
        options = Ordered.copy(options);
        secrets = Ordered.copy(secrets);
    }

    /** That driver with these options. */
    public static Logging of(String driver, Map<String, String> options) {
        return new Logging(driver, options, Map.of());
    }
}
