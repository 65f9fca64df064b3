package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/** What a listener does by itself with some of its requests. Make one with {@link WebListener#answer}. */
@ValueStyle
@Value.Immutable
public sealed interface Answer permits ImmutableAnswer {

    /** This action for requests that are all of this. */
    static Answer of(Action action, Match first, Match... others) {
        var matches = new ArrayList<Match>(others.length + 1);
        matches.add(first);
        matches.addAll(List.of(others));
        return ImmutableAnswer.of(action, Lines.here("answer")).withMatches(matches);
    }

    /** What is done. */
    Action action();

    /** What a request must be like: all of this. */
    List<Match> matches();

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();
}
