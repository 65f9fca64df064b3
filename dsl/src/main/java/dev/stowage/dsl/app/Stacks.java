package dev.stowage.dsl.app;

import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** An app of several stacks. */
@ValueStyle
@Value.Immutable
sealed interface Stacks extends App permits ImmutableStacks {

    @Override
    Particulars particulars();

    @Override
    @Value.Parameter
    List<Stack> stacks();

    @Override
    default <T extends Thing> App each(Class<T> type, UnaryOperator<T> habit) {
        var refined = new ArrayList<Stack>(stacks().size());
        for (var stack : stacks()) {
            refined.add(stack.each(type, habit));
        }
        return ImmutableStacks.copyOf(this)
                .withStacks(refined)
                .withParticulars(particulars().said("each"));
    }

    @Override
    default App tag(String key, String value) {
        return ImmutableStacks.copyOf(this).withParticulars(particulars().tag(key, value));
    }

    @Override
    default App allow(String rule, String reason) {
        return ImmutableStacks.copyOf(this).withParticulars(particulars().allow(rule, reason));
    }

    @Override
    default App boundary(Arn policy) {
        return ImmutableStacks.copyOf(this)
                .withBoundary(policy)
                .withParticulars(particulars().said("boundary"));
    }

    @Override
    Optional<Arn> boundary();
}
