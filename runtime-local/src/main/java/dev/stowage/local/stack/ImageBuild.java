package dev.stowage.local.stack;

import java.util.Map;

/**
 * An image that is built on this machine before anything starts.
 *
 * @param tag what containers call it
 * @param folder the absolute path of what it is built of
 * @param dockerfile the file in that folder which says how
 * @param target the stage to build; empty for the last one
 * @param platform what it is built for, such as {@code linux/arm64}; empty for the platform of the machine
 * @param arguments build arguments
 */
public record ImageBuild(
        String tag, String folder, String dockerfile, String target, String platform, Map<String, String> arguments) {

    /** A build that cannot be changed from outside. */
    public ImageBuild {
        arguments = Ordered.copy(arguments);
    }
}
