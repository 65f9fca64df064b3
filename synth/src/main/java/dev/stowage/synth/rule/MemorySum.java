package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import java.util.ArrayList;
import java.util.List;

/** What the containers of a task add up to, in MiB, as far as it is known: what is unknown can only make it more. */
final class MemorySum {

    private final List<String> names = new ArrayList<>();
    private final List<Reading<Integer>> parts = new ArrayList<>();
    private long total;

    void add(ContainerDefinition container, Reading<Integer> memory) {
        if (memory.or(0) > 0) {
            total += memory.or(0);
            parts.add(memory);
            names.add(container.name().or("container " + parts.size()));
        }
    }

    boolean isOver(Reading<Integer> size) {
        return total > size.or(0);
    }

    long total() {
        return total;
    }

    /** Each container with its share. */
    String parts() {
        var text = new StringBuilder();
        for (var i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "`" : ", `")
                    .append(names.get(i))
                    .append("` ")
                    .append(parts.get(i).or(0));
        }
        return text.toString();
    }

    /** Everything that the sum rests on. */
    Reading<Long> basis() {
        return Reading.of(total, parts.toArray(new Reading<?>[0]));
    }

    /** The finding, and where each share was written. */
    Diagnostic withPlaces(Diagnostic fault) {
        var complete = fault;
        for (var i = 0; i < parts.size(); i++) {
            var at = parts.get(i).at();
            complete = at == Origin.NOWHERE ? complete : complete.also("the share of `" + names.get(i) + "`", at);
        }
        return complete;
    }
}
