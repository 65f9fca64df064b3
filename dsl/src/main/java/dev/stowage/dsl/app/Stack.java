package dev.stowage.dsl.app;

import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * What is deployed together: the things it names, and what only they use. A thing that no stack names comes along with the
 * only stack that uses it.
 */
@ValueStyle
@Value.Immutable
public sealed interface Stack extends App permits ImmutableStack {

    /** A stack of these things. */
    static Stack of(String name, Roots... roots) {
        return of(name, List.of(roots));
    }

    /** A stack of these things. */
    static Stack of(String name, Collection<? extends Roots> roots) {
        return ImmutableStack.of(Particulars.of("stack", name, "of")).withRoots(each(roots));
    }

    private static List<Root> each(Collection<? extends Roots> roots) {
        var all = new ArrayList<Root>(roots.size());
        for (var root : roots) {
            all.addAll(root.roots());
        }
        return all;
    }

    /** Names more things. */
    default Stack and(Roots... more) {
        return and(List.of(more));
    }

    /** Names more things. */
    default Stack and(Collection<? extends Roots> more) {
        var all = new ArrayList<Root>(roots());
        all.addAll(each(more));
        return ImmutableStack.copyOf(this)
                .withRoots(all)
                .withParticulars(particulars().said("and"));
    }

    /**
     * Applies a habit to each thing of this type among those that the stack names so far, and among the tasks and containers of
     * its services, whoever made them: {@code each(FargateService.class, Habits::careful)}.
     */
    @Override
    default <T extends Thing> Stack each(Class<T> type, UnaryOperator<T> habit) {
        var refined = new ArrayList<Root>(roots().size());
        for (var root : roots()) {
            refined.add((Root) root.refined(type, habit));
        }
        return ImmutableStack.copyOf(this)
                .withRoots(refined)
                .withParticulars(particulars().said("each"));
    }

    /** Shows a value when the stack is deployed, under this name of letters and digits. */
    default Stack output(String name, Text value) {
        var more = new ArrayList<>(outputs());
        more.add(new Output(name, value));
        return ImmutableStack.copyOf(this)
                .withOutputs(more)
                .withParticulars(particulars().said("output " + name));
    }

    /** Where the stack is meant to go; left out, to any account and Region. */
    default Stack at(String account, String region) {
        return ImmutableStack.copyOf(this)
                .withAccount(account)
                .withRegion(region)
                .withParticulars(particulars().said("at"));
    }

    /** Keeps the stack from being deleted. */
    default Stack protect() {
        return ImmutableStack.copyOf(this)
                .withIsProtected(true)
                .withParticulars(particulars().said("protect"));
    }

    @Override
    default Stack boundary(Arn policy) {
        return ImmutableStack.copyOf(this)
                .withBoundary(policy)
                .withParticulars(particulars().said("boundary"));
    }

    @Override
    Optional<Arn> boundary();

    @Override
    default Stack tag(String key, String value) {
        return ImmutableStack.copyOf(this).withParticulars(particulars().tag(key, value));
    }

    @Override
    default Stack allow(String rule, String reason) {
        return ImmutableStack.copyOf(this).withParticulars(particulars().allow(rule, reason));
    }

    @Override
    Particulars particulars();

    /** The things that it names. */
    List<Root> roots();

    /** The values that it shows. */
    List<Output> outputs();

    /** The account that it is meant for. */
    Optional<String> account();

    /** The Region that it is meant for. */
    Optional<String> region();

    /** Whether it is kept from being deleted. */
    @Value.Default
    default boolean isProtected() {
        return false;
    }

    /** Its name, which is its name in CloudFormation too. */
    default String name() {
        return particulars().name();
    }

    @Override
    default List<Stack> stacks() {
        return List.of(this);
    }

    /**
     * A value that a stack shows.
     *
     * @param name its name in the console
     * @param value the value
     */
    record Output(String name, Text value) {

        public Output {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }
}
