package dev.stowage.local.evaluate;

import dev.stowage.local.config.LocalConfig.Replacement;
import dev.stowage.local.config.LocalConfig.Replacement.ByHost;
import dev.stowage.local.config.LocalConfig.Replacement.ByImage;

/** On which port something listens that stands for a resource. */
final class Replacements {

    private Replacements() {}

    /** The port that is said, or else the one that the resource would have. */
    static int port(Replacement replacement, Grounded one) {
        if (replacement instanceof ByHost host) {
            return host.port();
        }
        if (replacement instanceof ByImage image && !image.ports().isEmpty()) {
            return image.ports().get(0);
        }
        return Integer.parseInt(EnginePort.of(one, "engine"));
    }
}
