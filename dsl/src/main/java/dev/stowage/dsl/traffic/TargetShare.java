package dev.stowage.dsl.traffic;

import java.util.Objects;

/**
 * A target group and its part of the requests. Make one with {@link TargetGroup#weight}.
 *
 * @param group the group
 * @param weight its part, 0 to 999, against the parts of the others
 */
public record TargetShare(TargetGroup group, int weight) {

    public TargetShare {
        Objects.requireNonNull(group, "group");
    }
}
