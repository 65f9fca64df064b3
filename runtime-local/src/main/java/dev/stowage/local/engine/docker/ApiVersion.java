package dev.stowage.local.engine.docker;

import dev.stowage.local.gap.Gap;

/**
 * A version of the API of Docker engines, such as {@code 1.41}.
 *
 * @param major the number before the dot
 * @param minor the number after it
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /** The oldest that has everything that a task needs (Docker 1.12). */
    static final ApiVersion OLDEST = new ApiVersion(1, 24);

    /** The newest whose changes were read: that of Docker 28.3. */
    static final ApiVersion NEWEST = new ApiVersion(1, 51);

    /** Reads {@code MAJOR.MINOR}. */
    static ApiVersion of(String text) {
        var dot = text.indexOf('.');
        return new ApiVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /**
     * The highest version that both sides speak.
     *
     * @param server the newest that the engine speaks
     * @param least the oldest that it still speaks
     * @throws EngineTrouble if there is none
     */
    static ApiVersion common(String engine, ApiVersion server, ApiVersion least) {
        if (server.compareTo(OLDEST) < 0) {
            throw EngineTrouble.of(
                    Gap.ENGINE,
                    "Docker " + engine + " speaks API " + server + ", at least " + OLDEST + " is wanted",
                    "Update Docker: 1.12 is the oldest version that can run tasks.");
        }
        if (least.compareTo(NEWEST) > 0) {
            throw EngineTrouble.of(
                    Gap.ENGINE,
                    "Docker " + engine + " speaks API " + least + " and newer, this version of Stowage speaks " + NEWEST
                            + " and older",
                    "Update Stowage, or start the engine with DOCKER_MIN_API_VERSION=" + NEWEST + ".");
        }
        return server.compareTo(NEWEST) < 0 ? server : NEWEST;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
