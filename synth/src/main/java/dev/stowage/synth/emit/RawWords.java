package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Kind;

/** The words for properties that no emitter writes unless they are said; all others carry their word with them. */
final class RawWords {

    private RawWords() {}

    /** The word that says a property; empty where there is none. */
    static String of(Kind kind, String path) {
        return switch (kind) {
            case SERVICE -> service(path);
            case TASK_DEFINITION -> task(path);
            case CONTAINER -> container(path);
            case TARGET_GROUP -> targetGroup(path);
            case CLUSTER -> path.startsWith("ClusterSettings") ? "insights" : "";
            default -> "";
        };
    }

    private static String service(String path) {
        return switch (path) {
            case "DesiredCount" -> "count";
            case "HealthCheckGracePeriodSeconds" -> "graceful";
            case "LoadBalancers" -> "behind";
            case "PlatformVersion" -> "platform";
            case "AvailabilityZoneRebalancing" -> "rebalanced";
            default -> "";
        };
    }

    private static String task(String path) {
        return switch (path) {
            case "EnableFaultInjection" -> "faultInjection";
            case "Family" -> "family";
            case "PidMode" -> "sharedProcesses";
            case "EphemeralStorage", "EphemeralStorage/SizeInGiB" -> "ephemeralStorage";
            default -> "";
        };
    }

    private static String container(String path) {
        var slash = path.indexOf('/');
        return switch (slash < 0 ? path : path.substring(0, slash)) {
            case "Command" -> "command";
            case "Cpu" -> "cpu";
            case "DependsOn" -> "after";
            case "DockerLabels" -> "label";
            case "EntryPoint" -> "entryPoint";
            case "Environment" -> "env";
            case "EnvironmentFiles" -> "envFile";
            case "HealthCheck" -> "healthy";
            case "Interactive" -> "interactive";
            case "Memory" -> "memory";
            case "MemoryReservation" -> "memoryReservation";
            case "MountPoints" -> "mount";
            case "PortMappings" -> "port";
            case "PseudoTerminal" -> "terminal";
            case "ReadonlyRootFilesystem" -> "readOnly";
            case "RepositoryCredentials" -> "credentials";
            case "RestartPolicy" -> "restart";
            case "Secrets" -> "secret";
            case "StartTimeout" -> "startWithin";
            case "StopTimeout" -> "stopWithin";
            case "SystemControls" -> "systemControl";
            case "Ulimits" -> "openFiles";
            case "User" -> "user";
            case "VersionConsistency" -> "withoutVersionConsistency";
            case "WorkingDirectory" -> "workingDirectory";
            default -> "";
        };
    }

    private static String targetGroup(String path) {
        return switch (path) {
            case "HealthCheckPath" -> "probe";
            case "HealthCheckIntervalSeconds" -> "every";
            case "HealthCheckTimeoutSeconds" -> "within";
            case "HealthyThresholdCount" -> "healthyAfter";
            case "UnhealthyThresholdCount" -> "unhealthyAfter";
            case "Matcher", "Matcher/HttpCode" -> "expects";
            default -> "";
        };
    }
}
