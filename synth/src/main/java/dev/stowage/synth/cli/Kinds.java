package dev.stowage.synth.cli;

import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.resource.EcsService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The resources of a stack by kind, in words. Services come first, then what else is of ECS, then what brings traffic, then
 * the rest by number.
 */
final class Kinds {

    private Kinds() {}

    static Tally of(List<Resource> resources) {
        var counts = new LinkedHashMap<String, Count>();
        for (var resource : resources) {
            var count = counts.get(resource.type());
            counts.put(resource.type(), new Count(resource.type(), count == null ? 1 : count.number + 1));
        }
        var sorted = new ArrayList<>(counts.values());
        sorted.sort(null);
        var tally = new Tally();
        for (var count : sorted) {
            tally.add(count.number, noun(count.type));
        }
        return tally;
    }

    /** The name of a kind of resource: {@code task definition} for {@code AWS::ECS::TaskDefinition}. */
    static String noun(String type) {
        var name = type.substring(type.lastIndexOf(':') + 1);
        return switch (name) {
            case "ClusterCapacityProviderAssociations" -> "capacity provider association";
            case "EIP" -> "elastic IP";
            case "SecurityGroupEgress" -> "egress rule";
            case "SecurityGroupIngress" -> "ingress rule";
            default -> words(name);
        };
    }

    private static String words(String name) {
        var words = new StringBuilder();
        for (var i = 0; i < name.length(); i++) {
            var isUpper = Character.isUpperCase(name.charAt(i));
            var beginsWord = isUpper && i > 0 && (!isUpper(name, i - 1) || isLower(name, i + 1));
            if (beginsWord) {
                words.append(' ');
            }
            var isAcronym = isUpper && (isUpper(name, i - 1) && !beginsWord || isUpper(name, i + 1));
            words.append(isAcronym ? name.charAt(i) : Character.toLowerCase(name.charAt(i)));
        }
        return words.toString();
    }

    private static boolean isUpper(String name, int at) {
        return at >= 0 && at < name.length() && Character.isUpperCase(name.charAt(at));
    }

    private static boolean isLower(String name, int at) {
        return at < name.length() && Character.isLowerCase(name.charAt(at));
    }

    /** How many resources there are of a type. */
    private static final class Count implements Comparable<Count> {

        private final String type;
        private final int number;

        private Count(String type, int number) {
            this.type = type;
            this.number = number;
        }

        private int rank() {
            if (type.equals(EcsService.TYPE)) {
                return 0;
            }
            if (type.startsWith("AWS::ECS::")) {
                return 1;
            }
            return type.startsWith("AWS::ElasticLoadBalancing") ? 2 : 3;
        }

        @Override
        public int compareTo(Count other) {
            var byRank = Integer.compare(rank(), other.rank());
            var byNumber = byRank != 0 ? byRank : Integer.compare(other.number, number);
            return byNumber != 0 ? byNumber : type.compareTo(other.type);
        }
    }
}
