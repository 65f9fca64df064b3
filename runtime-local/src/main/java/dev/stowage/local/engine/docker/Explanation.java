package dev.stowage.local.engine.docker;

import dev.stowage.local.engine.TaskAddress.Binding;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.task.ContainerError;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;
import java.util.List;
import java.util.Optional;

/** What lies behind the words of the engine, and what to do about it. */
final class Explanation {

    private Explanation() {}

    /** Behind an error of a container; nothing where its words say it all. */
    static Optional<Diagnostic> of(ContainerError error, ContainerSetup container, List<Binding> ports) {
        var text = error.message();
        if (text.contains("port is already allocated")) {
            return Optional.of(port(container, ports, text, "another container publishes it", "docker ps"));
        }
        if (text.contains("address already in use")) {
            return Optional.of(port(container, ports, text, "a process of this machine listens there", "ss -ltnp"));
        }
        if (text.contains("exec format error")) {
            return Optional.of(finding(
                    Gap.ARCH,
                    "image `" + container.image() + "` of container `" + container.name()
                            + "` is for another architecture than this engine",
                    "Build or pull it for this machine, or install binfmt emulation."));
        }
        if (text.contains("executable file not found") || text.contains("no such file or directory")) {
            return Optional.of(finding(
                    Gap.COMMAND,
                    "what container `" + container.name() + "` is to run is not in image `" + container.image() + "`: "
                            + text,
                    "Correct its command or entry point; a shell line needs `sh -c` and a shell in the image."));
        }
        return Optional.empty();
    }

    /** About an image that is there and made for something else than its engine runs by itself. */
    static Optional<Diagnostic> architecture(ContainerSetup container, String ofImage, String ofEngine) {
        var isKnown = ofImage.equals("amd64") || ofImage.equals("arm64");
        if (!isKnown || ofImage.equals(ofEngine)) {
            return Optional.empty();
        }
        return Optional.of(finding(
                Gap.ARCH,
                "image `" + container.image() + "` of container `" + container.name() + "` is for " + ofImage
                        + ", this engine is " + ofEngine
                        + ": it runs only with emulation, slowly, and else ends at once",
                "Build or pull it for this machine, or install binfmt emulation."));
    }

    /** About an image of a registry that is for something else than its task says: AWS would not run it. */
    static Optional<Diagnostic> platform(ContainerSetup container, String ofImage, String ofTask) {
        var isOfRegistry = ImageName.of(container.image()).registry().isPresent();
        if (!isOfRegistry || ofTask.isEmpty() || ofTask.equals("linux/" + ofImage)) {
            return Optional.empty();
        }
        return Optional.of(finding(
                Gap.ARCH,
                "image `" + container.image() + "` of container `" + container.name() + "` is for " + ofImage
                        + ", and its task for " + ofTask + ": it runs here, and on AWS it does not start",
                "Build and push it for that platform, or say another `runtimePlatform`."));
    }

    private static Diagnostic port(
            ContainerSetup container, List<Binding> ports, String text, String cause, String command) {
        var port = ports.stream()
                .filter(one -> text.contains(":" + one.hostPort()))
                .findFirst()
                .map(one -> "host port " + one.hostPort())
                .orElse("a host port");
        return finding(
                Gap.HOST_PORT,
                port + " of container `" + container.name() + "` is taken: " + cause,
                "End what holds it (`" + command
                        + "` shows it), or leave out the host port so that a free one is chosen.");
    }

    /** Behind an image that is not on this machine and could not be pulled. */
    static Diagnostic absent(PullFailure failure, ContainerSetup container) {
        var what =
                "image `" + failure.image() + "` of container `" + container.name() + "` is not on this machine, and ";
        var registry =
                "its registry" + failure.image().registry().map(it -> " " + it).orElse("");
        var trouble = failure.login().trouble().map(it -> ": " + it).orElse("");
        return switch (failure.reason()) {
            case NO_LOGIN ->
                finding(Gap.REGISTRY, what + registry + " wants a login" + trouble, logIn(failure.image()));
            case WRONG_LOGIN ->
                finding(
                        Gap.REGISTRY,
                        what + registry + " refuses the login from "
                                + failure.login().source(),
                        container.login().isPresent()
                                ? "Correct the user name and the password in that secret's local value."
                                : logIn(failure.image()));
            case ABSENT ->
                finding(
                        Gap.REGISTRY,
                        what + registry + " does not have it",
                        "Check its name and tag, or build it here under this name.");
            case FOREIGN ->
                finding(
                        Gap.ARCH,
                        what + registry + " has it for other architectures alone: "
                                + failure.error().message(),
                        "Build and push it for that one too, or say another `runtimePlatform`.");
            case HIDDEN ->
                finding(
                        Gap.REGISTRY,
                        what + registry + " does not have it, or wants a login" + trouble,
                        "Check its name and tag, build it here under this name, or log in (`docker login`).");
            case GONE ->
                finding(
                        Gap.REGISTRY,
                        "image `" + failure.image() + "` of container `" + container.name() + "`: "
                                + failure.error().message(),
                        "Begin a deployment of what the name means now (`local deploy --force`); `VersionConsistency:"
                                + " disabled` has every task run that.");
            case OTHER ->
                finding(
                        Gap.REGISTRY,
                        what + "cannot be pulled: " + failure.error().message(),
                        "Check its name and that its registry can be reached, or build it here under this name.");
        };
    }

    private static String logIn(ImageName image) {
        var host = image.registry().map(it -> " " + it).orElse("");
        var command = image.isEcr()
                ? "aws ecr get-login-password | docker login --username AWS --password-stdin" + host
                : "docker login" + host;
        return "Run `" + command + "`, or build the image here under this name.";
    }

    /** Behind an end for want of memory. */
    static Diagnostic outOfMemory(ContainerSetup container) {
        var limit = container.limits().memory().map(it -> " of " + it + " MiB").orElse(" of its task");
        return finding(
                Gap.MEMORY,
                "container `" + container.name() + "` was killed because it used more than the memory limit" + limit,
                "Raise the limit, or have the program use less (a JVM: -XX:MaxRAMPercentage).");
    }

    /**
     * Behind an end right after the start; nothing where it is an end as it should be.
     *
     * @param isLasting whether it belongs to something that is to go on: a service
     */
    static Optional<Diagnostic> early(ContainerSetup container, int exitCode, boolean isLasting) {
        if (exitCode == 0 && !(isLasting && container.life().essential())) {
            return Optional.empty();
        }
        var meaning = switch (exitCode) {
            case 126 -> ": its command cannot be run";
            case 127 -> ": its command was not found";
            case 139 -> ": it crashed";
            default -> "";
        };
        return Optional.of(finding(
                Gap.EXIT,
                "container `" + container.name() + "` ended at once, with exit code " + exitCode + meaning,
                "Read what it printed (`local logs`); a program that goes to the background ends its container."));
    }

    /** Behind a health check that failed with that output; nothing where it is the program's own failure. */
    static Optional<Diagnostic> unhealthy(ContainerSetup container, long exitCode, String output) {
        var isMissing = exitCode == 127 || exitCode == 126 || output.contains("executable file not found");
        if (!isMissing) {
            return Optional.empty();
        }
        return Optional.of(finding(
                Gap.HEALTH,
                "the health check of container `" + container.name() + "` cannot run: `" + program(container)
                        + "` is not in image `" + container.image() + "`",
                "Add the program to the image, or check with one that is there (such as `wget -q -O /dev/null`)."));
    }

    private static String program(ContainerSetup container) {
        var test = container.health().map(it -> it.test()).orElse(List.of());
        var words = test.size() > 1 ? test.get(1).strip().split(" ", -1) : new String[] {"its command"};
        return words[0];
    }

    private static Diagnostic finding(Gap gap, String message, String fix) {
        return gap.at(Origin.NOWHERE, message).fix(fix);
    }
}
