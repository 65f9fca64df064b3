package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.app.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One thing: the copies of it that are used, and the stacks that name and use it. */
final class Holding {

    private final List<Stack> namedBy = new ArrayList<>(1);
    private final List<Stack> usedBy = new ArrayList<>(1);
    private final List<Thing> namedCopies = new ArrayList<>(1);
    private final List<Thing> copies = new ArrayList<>(1);
    private Optional<Stack> owner = Optional.empty();
    private boolean isOwnerKnown = false;

    void name(Stack stack, Thing copy) {
        add(namedBy, stack);
        add(namedCopies, copy);
    }

    void use(Stack stack, Thing copy) {
        add(usedBy, stack);
        add(copies, copy);
    }

    private static <T> void add(List<T> list, T value) {
        for (var each : list) {
            if (each == value) {
                return;
            }
        }
        list.add(value);
    }

    Thing current() {
        return namedCopies.isEmpty() ? copies.get(0) : namedCopies.get(0);
    }

    boolean isNamedOnlyElsewhere(Stack stack) {
        if (namedBy.isEmpty()) {
            return false;
        }
        for (var each : namedBy) {
            if (each == stack) {
                return false;
            }
        }
        return true;
    }

    List<Stack> namedBy() {
        return namedBy;
    }

    List<Stack> usedBy() {
        return usedBy;
    }

    Set<String> named() {
        return names(namedBy);
    }

    Set<String> users() {
        return names(usedBy);
    }

    private static Set<String> names(List<Stack> stacks) {
        if (stacks.size() == 1) {
            return Set.of(stacks.get(0).name());
        }
        var names = new TreeSet<String>();
        for (var stack : stacks) {
            names.add(stack.name());
        }
        return names;
    }

    /** The stack that the thing belongs to, of an estate that is walked: found once, asked with every reference. */
    Optional<Stack> owner(Estate estate) {
        if (!isOwnerKnown) {
            owner = findOwner(estate);
            isOwnerKnown = true;
        }
        return owner;
    }

    private Optional<Stack> findOwner(Estate estate) {
        if (!Estate.isMadeHere(current())) {
            return Optional.empty();
        }
        if (!namedBy.isEmpty()) {
            return Optional.of(namedBy.get(0));
        }
        var home = Estate.home(current());
        return home.isPresent() ? estate.owner(home.get()) : Optional.of(usedBy.get(0));
    }

    /** Whether anything is to be told about its owner or its copies; what exists already belongs to none. */
    boolean isDisputed() {
        return Estate.isMadeHere(current())
                && (named().size() > 1 || lacksOwner() || otherCopy().isPresent());
    }

    /** Whether several stacks use it, and nothing says to which it belongs. */
    boolean lacksOwner() {
        return namedBy.isEmpty() && users().size() > 1 && Estate.home(current()).isEmpty();
    }

    /** A copy that says something else than the one that counts, unless a stack has said which one does. */
    Optional<Thing> otherCopy() {
        var compared = namedCopies.isEmpty() ? copies : namedCopies;
        for (var copy : compared) {
            if (!Sameness.isSame(current(), copy)) {
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }
}
