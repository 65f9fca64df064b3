package dev.stowage.dsl.access;

import dev.stowage.dsl.app.Place;
import java.util.List;
import java.util.Optional;

/**
 * Actions that are allowed on a place, on a part of it, or on what a resource name covers.
 *
 * @param actions the actions, by their names in IAM
 * @param place what they act on; none where the resource name says it all
 * @param resource what follows the name of the place, such as {@code /*}; without a place, the whole resource name
 */
public record Grant(List<String> actions, Optional<Place> place, String resource) {

    /** Actions on a place itself. */
    public static Grant on(Place place, String... actions) {
        return part(place, "", actions);
    }

    /** Actions on what follows the name of a place, such as {@code /*} for the objects of a bucket. */
    public static Grant part(Place place, String part, String... actions) {
        return new Grant(List.of(actions), Optional.of(place), part);
    }

    /** Actions on what a resource name covers, which may hold {@code ${AWS::Region}} and the like. */
    public static Grant named(String resource, String... actions) {
        return new Grant(List.of(actions), Optional.empty(), resource);
    }
}
