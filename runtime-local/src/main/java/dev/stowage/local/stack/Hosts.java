package dev.stowage.local.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a container is called, and how it finds others.
 *
 * @param name its host name
 * @param dns addresses of DNS servers
 * @param search domains in which short names are looked up
 * @param extra lines of {@code /etc/hosts}: addresses by name
 * @param links other containers by the name they are found under; bridge mode only
 * @param offline whether it has no network at all: {@code DisableNetworking}
 */
public record Hosts(
        Optional<String> name,
        List<String> dns,
        List<String> search,
        Map<String, String> extra,
        Map<String, String> links,
        boolean offline) {

    /** As the engine has it. */
    public static final Hosts NONE = new Hosts(Optional.empty(), List.of(), List.of(), Map.of(), Map.of(), false);

    /** Names that cannot be changed from outside. */
    public Hosts {
        dns = List.copyOf(dns);
        search = List.copyOf(search);
        extra = Ordered.copy(extra);
        links = Ordered.copy(links);
    }
}
