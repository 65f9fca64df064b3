package dev.stowage.schema.generate;

import java.util.Set;
import javax.lang.model.SourceVersion;

/** How views and their methods are called. */
final class Names {

    /** What every view has already, and what no class may override. */
    private static final Set<String> TAKEN = Set.of(
            "of",
            "over",
            "said",
            "tree",
            "with",
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private Names() {}

    /**
     * The class of a resource type: service, then resource, so that {@code AWS::ECS::Service} is {@code EcsService}.
     */
    static String view(String type) {
        var parts = type.split("::");
        var service = service(parts[1]);
        var resource = capitalized(parts[2]);
        return resource.startsWith(service) ? resource : service + resource;
    }

    private static String service(String name) {
        return switch (name) {
            case "ApiGatewayV2" -> "ApiGateway";
            case "ApplicationAutoScaling" -> "AppScaling";
            case "CertificateManager" -> "Acm";
            case "ElasticLoadBalancingV2" -> "Elb";
            case "WAFv2" -> "Waf";
            default -> capitalized(name);
        };
    }

    /** One capital for each word: {@code VPCEndpoint} is {@code VpcEndpoint}. */
    private static String capitalized(String name) {
        var text = new StringBuilder(name);
        for (var i = 1; i < name.length(); i++) {
            var endsWord = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
            if (Character.isUpperCase(name.charAt(i - 1)) && !endsWord) {
                text.setCharAt(i, Character.toLowerCase(name.charAt(i)));
            }
        }
        return text.toString();
    }

    /** The method of a property: {@code DBName} is {@code dbName}, {@code Default} is {@code defaultProperty}. */
    static String method(String property) {
        var text = new StringBuilder(property);
        for (var i = 0; i < property.length() && Character.isUpperCase(property.charAt(i)); i++) {
            var startsWord = i > 0 && i + 1 < property.length() && Character.isLowerCase(property.charAt(i + 1));
            if (startsWord) {
                break;
            }
            text.setCharAt(i, Character.toLowerCase(property.charAt(i)));
        }
        var name = text.toString();
        return TAKEN.contains(name) || SourceVersion.isKeyword(name) ? name + "Property" : name;
    }
}
