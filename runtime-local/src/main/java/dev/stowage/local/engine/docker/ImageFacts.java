package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an image that is there says of itself.
 *
 * @param id its id, {@code sha256:...}
 * @param reference by which a container is made of it: its name, or its id where the name means something else by now
 * @param digest the digest under which its registry knows it, where it came from one
 * @param architecture what it is made for, such as {@code amd64}
 * @param variables the names of the variables that it sets
 */
record ImageFacts(String id, String reference, Optional<String> digest, String architecture, Set<String> variables) {

    static ImageFacts of(InspectImageResponse image) {
        var digests = Optional.ofNullable(image.getRepoDigests()).orElse(List.of());
        var config = Optional.ofNullable(image.getConfig());
        var environment = config.map(it -> it.getEnv()).map(Arrays::asList).orElse(List.of());
        return new ImageFacts(
                image.getId(),
                image.getId(),
                digests.stream().findFirst().map(it -> it.substring(it.indexOf('@') + 1)),
                String.valueOf(image.getArch()),
                environment.stream()
                        .map(it -> it.substring(0, it.indexOf('=')))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The same, by that name. */
    ImageFacts called(String name) {
        return new ImageFacts(id, name, digest, architecture, variables);
    }
}
