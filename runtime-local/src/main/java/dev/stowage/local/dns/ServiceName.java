package dev.stowage.local.dns;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A Cloud Map service, as DNS knows it.
 *
 * @param name its whole name without the last dot, such as {@code orders.shop.local}
 * @param types what is answered for it
 * @param ttl how long an answer may be kept: seconds
 * @param weighted whether one instance by chance is answered, and not up to eight
 * @param instances the tasks that answer to it
 */
public record ServiceName(String name, Set<RecordType> types, int ttl, boolean weighted, List<Instance> instances) {

    /** A name that cannot be changed from outside, in small letters: DNS does not tell them from capitals. */
    public ServiceName {
        name = name.toLowerCase(Locale.ROOT);
        types = Set.copyOf(types);
        instances = List.copyOf(instances);
    }
}
