package dev.stowage.local.stack;

/**
 * What the images of a task are made for.
 *
 * @param family {@code LINUX}, or a Windows one such as {@code WINDOWS_SERVER_2022_CORE}
 * @param architecture {@code X86_64} or {@code ARM64}; empty where the definition says nothing, which on Fargate is the former
 */
public record Platform(String family, String architecture) {

    /** Linux, on whatever the machine is. */
    public static final Platform LINUX = new Platform("LINUX", "");

    /** The platform in the words of container images: {@code linux/arm64}; empty for that of the machine. */
    public String image() {
        return switch (architecture) {
            case "ARM64" -> "linux/arm64";
            case "X86_64" -> "linux/amd64";
            default -> "";
        };
    }
}
