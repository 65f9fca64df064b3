package dev.stowage.local.evaluate;

import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.ResourceType;
import dev.stowage.schema.tree.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names and ARNs that resources get where AWS would make them up. */
final class PhysicalNames {

    private static final int SHORT = 32;
    private static final int LONG = 128;

    private static final String ANY_ARN = "{arn:any}{name}";

    private PhysicalNames() {}

    /** Everything that somebody may know the resource by. */
    static Set<String> of(Grounded one) {
        var names = new LinkedHashSet<String>();
        names.add(ref(one));
        names.add(arn(one));
        names.add(name(one));
        return names;
    }

    static String ref(Grounded one) {
        var patterns = NamePatterns.of(one.type());
        return patterns == null ? plainRef(one) : fill(patterns.ref(), one);
    }

    static String arn(Grounded one) {
        var patterns = NamePatterns.of(one.type());
        return fill(patterns == null ? ANY_ARN : patterns.arn(), one);
    }

    /** The name: as written, or made of the names of the stack and the resource. */
    static String name(Grounded one) {
        var patterns = NamePatterns.of(one.type());
        var property = patterns == null ? identifier(one) : patterns.nameProperty();
        var written = property.isEmpty() ? null : one.resource().properties().peek(property);
        var name = written == null ? "" : one.stack().text(written);
        return name.isEmpty() ? madeUp(one) : name;
    }

    private static String madeUp(Grounded one) {
        if (isOfEcs(one) && one.isNamed() && isPlain(one.name()) && isUnique(one)) {
            return one.name();
        }
        return cut(one.key().stack().replace('/', '-') + "-" + one.key().logicalId(), LONG);
    }

    private static boolean isOfEcs(Grounded one) {
        return one.is(EcsService.TYPE) || one.is(EcsCluster.TYPE) || one.is(EcsTaskDefinition.TYPE);
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c < LONG && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    private static boolean isUnique(Grounded one) {
        return one.stack().whole().all(one.type()).stream()
                .noneMatch(other -> other != one && other.name().equals(one.name()));
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }

    /** The property that {@code Ref} answers, where the facts name one alone. */
    private static String identifier(Grounded one) {
        return Catalogue.standard()
                .type(one.type())
                .map(ResourceType::identifiers)
                .filter(ids -> ids.size() == 1)
                .map(ids -> ids.get(0))
                .orElse("");
    }

    private static String plainRef(Grounded one) {
        var identifier = identifier(one);
        if (identifier.endsWith("Arn") || identifier.endsWith("ARN")) {
            return arn(one);
        }
        return identifier.endsWith("Id")
                ? Made.id(kind(one).toLowerCase(Locale.ROOT), one.key().toString())
                : name(one);
    }

    private static String kind(Grounded one) {
        return one.type().substring(one.type().lastIndexOf(':') + 1);
    }

    /** A host name that no other text contains. */
    static String host(Grounded one) {
        var name = one.key().logicalId().toLowerCase(Locale.ROOT);
        return cut(name, SHORT) + "-" + Made.hex(one.key().toString(), 8) + ".internal";
    }

    /** The pattern with the variables of this resource in it. */
    static String fill(String pattern, Grounded one) {
        var text = new StringBuilder();
        var from = 0;
        for (var begin = pattern.indexOf('{'); begin >= 0; begin = pattern.indexOf('{', from)) {
            var end = pattern.indexOf('}', begin);
            text.append(pattern, from, begin).append(variable(pattern.substring(begin + 1, end), one));
            from = end + 1;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private static String variable(String word, Grounded one) {
        var colon = word.indexOf(':');
        var key = colon < 0 ? word : word.substring(0, colon);
        var detail = colon < 0 ? "" : word.substring(colon + 1);
        var home = one.stack().home();
        var of = one.key().toString();
        return switch (key) {
            case "name" -> name(one);
            case "short" -> cut(name(one), SHORT);
            case "lower" -> name(one).toLowerCase(Locale.ROOT);
            case "path" -> (name(one).startsWith("/") ? "" : "/") + name(one);
            case "arn" -> detail.isEmpty() ? arn(one) : home.arn(service(detail, one), "");
            case "id" -> Made.id(detail, of);
            case "hex" -> Made.hex(of, Integer.parseInt(detail));
            case "uuid" -> uuid(of);
            case "host" -> host(one);
            case "port" -> EnginePort.of(one, detail);
            case "region" -> home.region();
            case "account" -> home.account();
            case "partition" -> home.partition();
            case "suffix" -> Pseudo.suffix(home);
            case "balancer" -> property("Type", one).equals("network") ? "net" : "app";
            case "cluster" -> cluster(one);
            case "property" -> property(detail, one);
            default -> throw new IllegalStateException("unknown variable `" + word + "` in physical-names.txt");
        };
    }

    private static String service(String detail, Grounded one) {
        var parts = List.of(one.type().split("::"));
        return !detail.equals("any") ? detail : parts.size() > 1 ? parts.get(1).toLowerCase(Locale.ROOT) : "local";
    }

    private static String uuid(String of) {
        var hex = Made.hex(of, 32);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    /** The name of the cluster of a service: the end of whatever it names it by. */
    private static String cluster(Grounded one) {
        var cluster = property("Cluster", one);
        return cluster.isEmpty() ? "default" : cluster.substring(cluster.lastIndexOf('/') + 1);
    }

    private static String property(String name, Grounded one) {
        @Nullable Node written = one.resource().properties().peek(name);
        return written == null ? "" : one.stack().text(written);
    }
}
