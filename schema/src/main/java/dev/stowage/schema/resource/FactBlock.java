package dev.stowage.schema.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of one resource type, all sorted: a headline of the type with {@code ref=} and {@code tags=}, its
 * properties behind two blanks, its attributes behind {@code @}, its definitions behind {@code #} with their
 * properties. Parsed part by part, since a template uses few of the objects that a type defines.
 */
final class FactBlock {

    private final String lines;

    /** The lines of a type, each with its line end. */
    FactBlock(String lines) {
        this.lines = lines;
    }

    String name() {
        return FactLine.split(headline(), ' ').get(0);
    }

    List<String> identifiers() {
        var ref = word("ref=");
        return ref.isEmpty() ? List.of() : FactLine.split(ref.get(), '|');
    }

    Optional<String> tagProperty() {
        return word("tags=");
    }

    Definition properties() {
        return new Definition(name(), facts(next(0), ' '));
    }

    Optional<Definition> definition(String name) {
        var start = lines.indexOf("\n #" + name + "\n");
        return start < 0 ? Optional.empty() : Optional.of(new Definition(name, facts(next(start + 1), ' ')));
    }

    List<PropertyFact> attributes() {
        var start = lines.indexOf("\n @");
        return start < 0 ? List.of() : facts(start + 1, '@');
    }

    List<Definition> definitions() {
        var definitions = new ArrayList<Definition>();
        for (var start = lines.indexOf("\n #"); start >= 0; start = lines.indexOf("\n #", start + 1)) {
            var name = lines.substring(start + 3, lines.indexOf('\n', start + 3));
            definitions.add(new Definition(name, facts(next(start + 1), ' ')));
        }
        return List.copyOf(definitions);
    }

    /** The facts on consecutive lines with this mark as their second letter. */
    private List<PropertyFact> facts(int from, char mark) {
        var facts = new ArrayList<PropertyFact>();
        for (var start = from; start < lines.length() && lines.charAt(start + 1) == mark; start = next(start)) {
            facts.add(FactLine.property(lines.substring(start + 2, next(start) - 1)));
        }
        return List.copyOf(facts);
    }

    private int next(int line) {
        return lines.indexOf('\n', line) + 1;
    }

    private String headline() {
        return lines.substring(0, lines.indexOf('\n'));
    }

    private Optional<String> word(String key) {
        for (var word : FactLine.split(headline(), ' ')) {
            if (word.startsWith(key)) {
                return Optional.of(word.substring(key.length()));
            }
        }
        return Optional.empty();
    }
}
