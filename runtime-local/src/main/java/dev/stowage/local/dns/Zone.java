package dev.stowage.local.dns;

import dev.stowage.local.dns.Reply.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The names of some namespaces and how they are answered: up to eight healthy instances in any order, or one by chance where
 * the name is weighted; where none is healthy, the unhealthy ones (Cloud Map: "Health checking", routing policies).
 */
public final class Zone {

    private static final int MOST = 8;

    private final List<String> namespaces;
    private final Map<String, ServiceName> names;

    private Zone(List<String> namespaces, Map<String, ServiceName> names) {
        this.namespaces = namespaces;
        this.names = names;
    }

    /** The zone of these namespaces, such as {@code shop.local}, with these names in them. */
    public static Zone of(List<String> namespaces, List<ServiceName> names) {
        var byName = new HashMap<String, ServiceName>();
        names.forEach(one -> byName.put(one.name(), one));
        return new Zone(
                namespaces.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList(), byName);
    }

    /** The names of both; those of the other where both have one. */
    public Zone and(Zone other) {
        var spaces = new ArrayList<>(namespaces);
        spaces.addAll(other.namespaces);
        var all = new HashMap<>(names);
        all.putAll(other.names);
        return new Zone(List.copyOf(spaces), all);
    }

    /** The answer in at most that many bytes; empty where the name lies in none of the namespaces. */
    Optional<byte[]> answer(Question question, Random chance, int room) {
        if (namespaces.stream().noneMatch(space -> isWithin(question.name(), space))) {
            return Optional.empty();
        }
        var known = Optional.ofNullable(names.get(question.name()));
        if (known.isPresent()) {
            return Optional.of(answer(known.get(), question, chance, room));
        }
        return Optional.of(instance(question, room));
    }

    private static boolean isWithin(String name, String namespace) {
        return name.equals(namespace) || name.endsWith("." + namespace);
    }

    private static byte[] answer(ServiceName name, Question question, Random chance, int room) {
        var answers = new ArrayList<Line>();
        var beside = new ArrayList<Line>();
        for (var one : chosen(name, chance)) {
            if (isAsked(question, name, RecordType.A)) {
                answers.add(Line.address(name.name(), name.ttl(), one));
            } else if (isAsked(question, name, RecordType.SRV)) {
                var target = one.id() + "." + name.name();
                answers.add(Line.port(name.name(), name.ttl(), one, target));
                beside.add(Line.address(target, name.ttl(), one));
            }
        }
        return Reply.of(question, answers, beside, room);
    }

    private static boolean isAsked(Question question, ServiceName name, RecordType type) {
        return question.isFor(type) && name.types().contains(type);
    }

    private static List<Instance> chosen(ServiceName name, Random chance) {
        var healthy = name.instances().stream().filter(Instance::healthy).toList();
        var candidates = new ArrayList<>(healthy.isEmpty() ? name.instances() : healthy);
        Collections.shuffle(candidates, chance);
        return candidates.subList(0, Math.min(candidates.size(), name.weighted() ? 1 : MOST));
    }

    /** The name that an SRV record gave an instance: its id before the name of its service. */
    private byte[] instance(Question question, int room) {
        var dot = question.name().indexOf('.');
        var service = Optional.ofNullable(names.get(question.name().substring(dot + 1)));
        var found = service.stream()
                .flatMap(one -> one.instances().stream())
                .filter(one -> dot > 0 && one.id().equals(question.name().substring(0, dot)))
                .findFirst();
        if (found.isEmpty()) {
            return namespaces.contains(question.name())
                    ? Reply.of(question, List.of(), List.of(), room)
                    : Reply.noSuchName(question);
        }
        var ttl = service.orElseThrow().ttl();
        var answers = question.isFor(RecordType.A)
                ? List.of(Line.address(question.name(), ttl, found.get()))
                : List.<Line>of();
        return Reply.of(question, answers, List.of(), room);
    }
}
