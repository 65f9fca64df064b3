package dev.stowage.local.engine.docker;

import java.util.Optional;

/**
 * The name of an image, taken apart.
 *
 * @param registry the host that it is pulled from, where the name says one
 * @param repository what it is called, with its registry
 * @param reference the tag or the digest; {@code latest} where the name says neither
 */
record ImageName(Optional<String> registry, String repository, String reference) {

    /** Where images without a registry come from, as credentials are filed. */
    static final String HUB = "https://index.docker.io/v1/";

    /** Takes a name apart. */
    static ImageName of(String name) {
        var at = name.indexOf('@');
        if (at >= 0) {
            return of(withoutTag(name.substring(0, at)), name.substring(at + 1));
        }
        var colon = tagColon(name);
        return colon < 0 ? of(name, "latest") : of(name.substring(0, colon), name.substring(colon + 1));
    }

    private static ImageName of(String repository, String reference) {
        var slash = repository.indexOf('/');
        var first = slash < 0 ? "" : repository.substring(0, slash);
        var isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        return new ImageName(isHost ? Optional.of(first) : Optional.empty(), repository, reference);
    }

    private static String withoutTag(String name) {
        var colon = tagColon(name);
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static int tagColon(String name) {
        return name.indexOf(':', name.lastIndexOf('/') + 1);
    }

    /** Whether it is in Amazon ECR, and belongs to an account. */
    boolean isEcr() {
        return registry.filter(host -> host.contains(".dkr.ecr.") && host.contains(".amazonaws.com"))
                .isPresent();
    }

    /** Under which name the credentials of its registry are filed. */
    String credentialsKey() {
        return registry.filter(host -> !host.equals("docker.io")).orElse(HUB);
    }

    /** The name in full. */
    @Override
    public String toString() {
        return repository + (reference.contains(":") ? "@" : ":") + reference;
    }
}
