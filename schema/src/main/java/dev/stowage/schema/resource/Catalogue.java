package dev.stowage.schema.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The resource types that are known. The facts of a type are parsed when somebody asks for it, once; safe to ask on all
 * cores.
 */
public final class Catalogue {

    private static final Catalogue STANDARD =
            new Catalogue(List.of(FactText.file("facts-core.txt"), FactText.file("facts-rest.txt")));

    private final List<FactText> texts;
    private final Map<String, Optional<ResourceType>> asked = new ConcurrentHashMap<>();

    private Catalogue(List<FactText> texts) {
        this.texts = texts;
    }

    /**
     * All types of AWS, as {@code @aws-cdk/aws-service-spec} knew them on the day that the heads of {@code
     * facts-core.txt} and {@code facts-rest.txt} tell. The first file holds what an ECS stack is usually made of; the
     * second one is opened only for a type that is not in the first.
     */
    public static Catalogue standard() {
        return STANDARD;
    }

    /** The types that these lines describe, in the form of the files that {@link #standard} reads. */
    public static Catalogue of(String lines) {
        return new Catalogue(List.of(FactText.of(lines)));
    }

    /** The type of this name, such as {@code AWS::ECS::Service}. */
    public Optional<ResourceType> type(String name) {
        var known = asked.get(name);
        if (known == null) {
            known = find(name);
            asked.put(name, known);
        }
        return known;
    }

    /** The name of the type that was probably meant by this one. */
    public Optional<String> suggest(String name) {
        return Nearest.to(name, names());
    }

    /** The names of all types, sorted. */
    public List<String> names() {
        var names = new ArrayList<String>();
        for (var text : texts) {
            names.addAll(text.types());
        }
        Collections.sort(names);
        return Collections.unmodifiableList(names);
    }

    private Optional<ResourceType> find(String name) {
        for (var text : texts) {
            var block = text.block(name);
            if (block.isPresent()) {
                return Optional.of(new ResourceType(new FactBlock(block.get())));
            }
        }
        return Optional.empty();
    }
}
