package dev.stowage.schema.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of one resource type, all sorted: a headline of the type with {@code ref=} and {@code tags=}, its
 * properties behind two blanks, its attributes behind {@code @}, its definitions behind {@code #} with their
 * properties.
 */
final class FactBlock {

    private FactBlock() {}

    static ResourceType parse(String block) {
        var lines = FactLine.split(block, '\n');
        var headline = FactLine.split(lines.get(0), ' ');
        var attributes = new ArrayList<PropertyFact>();
        var definitions = new ArrayList<Definition>();
        var name = headline.get(0);
        var properties = new ArrayList<PropertyFact>();
        for (var line : lines.subList(1, lines.size())) {
            switch (line.charAt(1)) {
                case ' ' -> properties.add(FactLine.property(line.substring(2)));
                case '@' -> attributes.add(FactLine.property(line.substring(2)));
                default -> {
                    definitions.add(new Definition(name, List.copyOf(properties)));
                    name = line.substring(2);
                    properties.clear();
                }
            }
        }
        definitions.add(new Definition(name, List.copyOf(properties)));
        return new ResourceType(
                List.copyOf(definitions), List.copyOf(attributes), identifiers(headline), word(headline, "tags="));
    }

    private static List<String> identifiers(List<String> headline) {
        var ref = word(headline, "ref=");
        return ref.isEmpty() ? List.of() : List.copyOf(FactLine.split(ref.get(), '|'));
    }

    private static Optional<String> word(List<String> headline, String key) {
        for (var word : headline) {
            if (word.startsWith(key)) {
                return Optional.of(word.substring(key.length()));
            }
        }
        return Optional.empty();
    }
}
