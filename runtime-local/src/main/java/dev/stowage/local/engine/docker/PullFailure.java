package dev.stowage.local.engine.docker;

import dev.stowage.local.task.ContainerError;

/** An image could not be had: the error that ECS's agent would show. */
final class PullFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ContainerError error;

    private PullFailure(ContainerError error) {
        super(error.toString());
        this.error = error;
    }

    static PullFailure of(ImageName image, String said) {
        return new PullFailure(new ContainerError(kind(image, said), said));
    }

    private static String kind(ImageName image, String said) {
        if (image.isEcr()) {
            return "CannotPullECRContainerError";
        }
        var isAbout = said.contains("unauthorized") || said.contains("authentication required");
        return isAbout ? "CannotPullContainerAuthError" : "CannotPullContainerError";
    }

    ContainerError error() {
        return error;
    }
}
