package dev.stowage.local.engine.docker;

/**
 * How far an image has come that is being pulled or built.
 *
 * @param image its name
 * @param part the layer or the step, as the engine calls it; empty for the whole
 * @param status what happens to it, such as {@code Downloading}
 * @param done how many bytes of it are there
 * @param total of how many; 0 where nobody knows
 */
public record ImageProgress(String image, String part, String status, long done, long total) {

    /** Who wants to know. Told by many threads. */
    @FunctionalInterface
    public interface Listener {

        /** It has come that far. */
        void reached(ImageProgress progress);
    }
}
