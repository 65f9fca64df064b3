package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.ContainerSetup;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the images of services were when the first task of a deployment got them: all later tasks of that deployment, and of one
 * that goes back to it, run the same, whatever their tags mean by then. {@code VersionConsistency: disabled} has each task run
 * what the tag means when it starts; so have tasks without a service.
 */
final class Pins {

    private final Images images;
    private final Map<String, ImageFacts> pins = new ConcurrentHashMap<>();

    Pins(Images images) {
        this.images = images;
    }

    /**
     * Has the image of a container be there, and tells what it is.
     *
     * @param known is called once what the name means is known
     * @throws PullFailure if it cannot be had
     */
    ImageFacts ensure(Booking task, ContainerSetup container, Runnable known) {
        var platform = task.setup().platform().image();
        if (!isPinned(task, container)) {
            return images.ensure(container.image(), platform, container.login(), known);
        }
        var key = key(task, container);
        var pin = Optional.ofNullable(pins.get(key));
        if (pin.isPresent()) {
            known.run();
            return images.again(pin.get(), container.image(), platform, container.login());
        }
        var found = images.ensure(container.image(), platform, container.login(), known);
        var first = pins.putIfAbsent(key, found);
        return first == null ? found : images.again(first, container.image(), platform, container.login());
    }

    /** A container of that task was made of that image by an earlier process of the run. */
    void hold(Booking task, ContainerSetup container, String imageId) {
        if (isPinned(task, container)) {
            images.inspect(imageId).ifPresent(facts -> pins.putIfAbsent(key(task, container), facts));
        }
    }

    private static boolean isPinned(Booking task, ContainerSetup container) {
        return container.pinned() && task.service().isPresent();
    }

    private static String key(Booking task, ContainerSetup container) {
        return task.images() + " " + container.name();
    }
}
