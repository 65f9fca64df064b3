package dev.stowage.dsl.task;

/** A version of Windows Server that Fargate has. */
public enum WindowsServer {
    /** Windows Server 2019 Full. */
    FULL_2019("2019_FULL"),
    /** Windows Server 2019 Core. */
    CORE_2019("2019_CORE"),
    /** Windows Server 2022 Full. */
    FULL_2022("2022_FULL"),
    /** Windows Server 2022 Core. */
    CORE_2022("2022_CORE"),
    /** Windows Server 2025 Full. */
    FULL_2025("2025_FULL"),
    /** Windows Server 2025 Core. */
    CORE_2025("2025_CORE");

    private final String version;

    WindowsServer(String version) {
        this.version = version;
    }

    /** Its operating system family in a task definition. */
    public String family() {
        return "WINDOWS_SERVER_" + version;
    }
}
