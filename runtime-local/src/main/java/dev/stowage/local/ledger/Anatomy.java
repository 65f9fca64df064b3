package dev.stowage.local.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a class of values is taken apart and put together: by its fields, in the order of the constructor that takes them all.
 * Records have one, and so have generated values.
 *
 * @param type the class
 * @param fields what a value of it consists of
 * @param constructor takes one argument for each
 */
record Anatomy(Class<?> type, List<Field> fields, Constructor<?> constructor) {

    static Anatomy of(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (var field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return new Anatomy(type, fields, constructor(type, fields));
    }

    private static Constructor<?> constructor(Class<?> type, List<Field> fields) {
        var wanted = fields.stream().map(Field::getType).toArray(Class<?>[]::new);
        for (var one : type.getDeclaredConstructors()) {
            if (Arrays.equals(one.getParameterTypes(), wanted)) {
                one.setAccessible(true);
                return one;
            }
        }
        throw new Unreadable(type.getName() + " is not made of its fields");
    }

    /** The class of that name among those that a value of that type may have. */
    static Optional<Class<?>> find(Class<?> type, String name) {
        if (type.getSimpleName().equals(name)) {
            return Optional.of(type);
        }
        var permitted = Optional.ofNullable(type.getPermittedSubclasses()).orElse(new Class<?>[0]);
        return Arrays.stream(permitted)
                .map(each -> find(each, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Object make(List<Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException refused) {
            throw new Unreadable(type.getName() + " cannot be made: " + refused.getCause());
        }
    }

    /** Something that was written by another version of Stowage, or not by Stowage. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }
}
