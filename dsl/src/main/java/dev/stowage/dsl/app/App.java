package dev.stowage.dsl.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything that one program describes: one or more stacks. A {@link Stack} is an app of one. */
public sealed interface App permits Stacks, Stack {

    /** An app of these stacks. */
    static App of(Stack first, Stack... others) {
        var stacks = new ArrayList<Stack>(others.length + 1);
        stacks.add(first);
        stacks.addAll(List.of(others));
        return of(stacks);
    }

    /** An app of these stacks. */
    static App of(Collection<Stack> stacks) {
        return ImmutableStacks.of(Particulars.of("app", "app", "of"), stacks);
    }

    /** Applies a habit to each thing of this type in each stack, as {@link Stack#each} does. */
    <T extends Thing> App each(Class<T> type, UnaryOperator<T> habit);

    /** Tags every resource of every stack. */
    App tag(String key, String value);

    /** Accepts a finding wherever it stands, for a reason that stays in the report. */
    App allow(String rule, String reason);

    /** Keeps every role that is made within this boundary, a managed policy of IAM. */
    App boundary(Arn policy);

    /** The boundary of the roles that are made, where one was said. */
    Optional<Arn> boundary();

    /** The stacks, in the order in which they were named. */
    List<Stack> stacks();

    /** Its tags, accepted findings and lines. */
    Particulars particulars();
}
