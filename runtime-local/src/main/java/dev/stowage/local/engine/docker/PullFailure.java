package dev.stowage.local.engine.docker;

import dev.stowage.local.task.ContainerError;
import java.util.List;

/** An image could not be had: the error that ECS's agent would show, and what is behind it. */
final class PullFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String EITHER = "does not exist or may require";

    /** What registries and engines say where somebody has to log in. */
    private static final List<String> ABOUT_LOGINS =
            List.of("unauthorized", "authentication required", "no basic auth credentials", "denied");

    private static final List<String> ABOUT_ABSENCE = List.of("manifest unknown", "name unknown", "not found");

    private static final String NO_PLATFORM = "no matching manifest";

    /** What is behind it. */
    enum Cause {
        /** The registry wants a login, and there is none. */
        NO_LOGIN,
        /** The registry does not take the login. */
        WRONG_LOGIN,
        /** The registry has no such image. */
        ABSENT,
        /** The registry has the image, for other architectures. */
        FOREIGN,
        /** The registry has no such image, or does not show it to everybody: it does not say which. */
        HIDDEN,
        /** It was here when its deployment began, came from no registry, and was removed since. */
        GONE,
        /** Anything else, such as a registry that cannot be reached. */
        OTHER
    }

    private final transient ImageName image;
    private final transient ContainerError error;
    private final transient Logins.Login login;
    private final Cause reason;

    private PullFailure(ImageName image, ContainerError error, Logins.Login login, Cause reason) {
        super(error.toString());
        this.image = image;
        this.error = error;
        this.login = login;
        this.reason = reason;
    }

    /** What the engine said when it pulled that with this login. */
    static PullFailure of(ImageName image, String said, Logins.Login login) {
        var text = said + login.trouble().map(it -> " (" + it + ")").orElse("");
        var reason = reason(said, login);
        return new PullFailure(image, new ContainerError(kind(image, reason), text), login, reason);
    }

    /** What that name meant when its deployment began is nowhere any more. */
    static PullFailure gone(ImageName image, String id) {
        var error = new ContainerError(
                kind(image, Cause.GONE),
                "the image " + id + ", with which this deployment began, is on this machine no more");
        return new PullFailure(image, error, Logins.Login.NONE, Cause.GONE);
    }

    private static Cause reason(String said, Logins.Login login) {
        if (said.contains(EITHER)) {
            return Cause.HIDDEN;
        }
        if (said.contains(NO_PLATFORM)) {
            return Cause.FOREIGN;
        }
        if (ABOUT_LOGINS.stream().anyMatch(said::contains)) {
            return login.credentials().isPresent() ? Cause.WRONG_LOGIN : Cause.NO_LOGIN;
        }
        return ABOUT_ABSENCE.stream().anyMatch(said::contains) ? Cause.ABSENT : Cause.OTHER;
    }

    private static String kind(ImageName image, Cause reason) {
        if (image.isEcr()) {
            return "CannotPullECRContainerError";
        }
        return switch (reason) {
            case NO_LOGIN, WRONG_LOGIN -> "CannotPullContainerAuthError";
            case ABSENT, FOREIGN, HIDDEN, GONE, OTHER -> "CannotPullContainerError";
        };
    }

    /** The image that was wanted. */
    ImageName image() {
        return image;
    }

    ContainerError error() {
        return error;
    }

    /** The login that was tried. */
    Logins.Login login() {
        return login;
    }

    Cause reason() {
        return reason;
    }
}
