package dev.stowage.synth.read;

import dev.stowage.schema.resource.Definition;
import dev.stowage.schema.resource.PropertyFact;
import java.util.Optional;

/**
 * What the ECS API calls the properties of an {@code AWS::ECS::TaskDefinition}: as CloudFormation does, with a small first
 * letter, but for a few. Tags are called so too.
 */
public final class ApiNames {

    private ApiNames() {}

    /** The name in the API for a property in a template. */
    public static String of(String property) {
        return switch (property) {
            case "EFSVolumeConfiguration" -> "efsVolumeConfiguration";
            case "FSxWindowsFileServerVolumeConfiguration" -> "fsxWindowsFileServerVolumeConfiguration";
            case "FilesystemId" -> "fileSystemId";
            case "IAM" -> "iam";
            case "ProxyConfigurationProperties" -> "properties";
            case "S3FilesVolumeConfiguration" -> "s3filesVolumeConfiguration";
            default -> property.isEmpty() ? "" : Character.toLowerCase(property.charAt(0)) + property.substring(1);
        };
    }

    /** The property of an object that goes by this name in the API. */
    static Optional<PropertyFact> property(Definition definition, String name) {
        for (var property : definition.properties()) {
            if (of(property.name()).equals(name)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }
}
