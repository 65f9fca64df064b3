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
            default -> "";
        };
    }

    private static String task(String path) {
        return switch (path) {
            case "Family" -> "family";
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
            case "Environment" -> "env";
            case "HealthCheck" -> "healthy";
            case "Memory" -> "memory";
            case "MemoryReservation" -> "memoryReservation";
            case "PortMappings" -> "port";
            case "ReadonlyRootFilesystem" -> "readOnly";
            case "Secrets" -> "secret";
            case "StopTimeout" -> "stopWithin";
            case "User" -> "user";
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
