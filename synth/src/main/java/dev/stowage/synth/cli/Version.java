package dev.stowage.synth.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which Stowage this is. */
final class Version {

    private Version() {}

    /** The version as Maven knows it. */
    static String text() {
        try (var text = Version.class.getResourceAsStream("version.txt")) {
            return text == null ? "unknown" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
