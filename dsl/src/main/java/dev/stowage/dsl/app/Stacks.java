package dev.stowage.dsl.app;

import dev.stowage.schema.value.ValueStyle;
import java.util.List;
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
    default App tag(String key, String value) {
        return ImmutableStacks.copyOf(this).withParticulars(particulars().tag(key, value));
    }

    @Override
    default App allow(String rule, String reason) {
        return ImmutableStacks.copyOf(this).withParticulars(particulars().allow(rule, reason));
    }
}
