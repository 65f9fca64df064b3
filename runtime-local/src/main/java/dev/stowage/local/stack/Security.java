package dev.stowage.local.stack;

import java.util.List;

/**
 * What a container may do.
 *
 * @param privileged whether it may do everything that its host may
 * @param readOnlyRoot whether its root file system can only be read
 * @param init whether an init process runs in it that reaps others: {@code InitProcessEnabled}
 * @param added capabilities beyond those of the engine
 * @param dropped capabilities that it does not have
 * @param options labels of SELinux and profiles of AppArmor, as Docker takes them
 */
public record Security(
        boolean privileged,
        boolean readOnlyRoot,
        boolean init,
        List<String> added,
        List<String> dropped,
        List<String> options) {

    /** What the engine allows by itself. */
    public static final Security STANDARD = new Security(false, false, false, List.of(), List.of(), List.of());

    /** Rules that cannot be changed from outside. */
    public Security {
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
        options = List.copyOf(options);
    }
}
