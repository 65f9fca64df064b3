package dev.stowage.schema.reading;

import dev.stowage.schema.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a property turns out to be: <em>written</em> with a value, a <em>default</em> that AWS takes where nothing is
 * written, <em>absent</em>, or <em>unknown</em> until deployment. A reading may rest on the defaults of parameters; it
 * names them. Unknown is never an answer, so that every comparison with it is {@link Verdict#UNKNOWN}.
 *
 * @param <T> the type of the value
 */
public final class Reading<T> {

    private enum State {
        WRITTEN,
        DEFAULT,
        ABSENT,
        UNKNOWN
    }

    private final State state;
    private final @Nullable T value;
    private final Origin at;
    private final List<String> assumed;

    private Reading(State state, @Nullable T value, Origin at, List<String> assumed) {
        this.state = state;
        this.value = value;
        this.at = at;
        this.assumed = assumed;
    }

    /** A value that is written there. */
    public static <T> Reading<T> written(T value, Origin at) {
        return new Reading<>(State.WRITTEN, value, at, List.of());
    }

    /** A value that is written there and holds as long as the named parameters keep their defaults. */
    public static <T> Reading<T> assumed(T value, Origin at, List<String> parameters) {
        return new Reading<>(State.WRITTEN, value, at, parameters);
    }

    /** Nothing is written. */
    public static <T> Reading<T> absent() {
        return new Reading<>(State.ABSENT, null, Origin.NOWHERE, List.of());
    }

    /** Something is written there that only deployment tells. */
    public static <T> Reading<T> unknown(Origin at) {
        return new Reading<>(State.UNKNOWN, null, at, List.of());
    }

    /** The same reading, or this value of AWS where nothing is written. */
    public Reading<T> orDefault(T standard) {
        return state == State.ABSENT ? new Reading<>(State.DEFAULT, standard, Origin.NOWHERE, List.of()) : this;
    }

    /** The same reading, or the other one where nothing is written. */
    public Reading<T> orElse(Reading<T> other) {
        return state == State.ABSENT ? other : this;
    }

    /** Whether there is a value, written or by default. */
    public boolean isKnown() {
        return value != null;
    }

    /** Whether something is written, known or not. */
    public boolean isWritten() {
        return state == State.WRITTEN || state == State.UNKNOWN;
    }

    /** Whether nothing is written and AWS has no default. */
    public boolean isAbsent() {
        return state == State.ABSENT;
    }

    /** Whether only deployment tells. */
    public boolean isUnknown() {
        return state == State.UNKNOWN;
    }

    /** Whether the value is known and this one. */
    public boolean is(T other) {
        return other.equals(value);
    }

    /** Whether the value is known and another one. */
    public boolean isOther(T other) {
        return value != null && !value.equals(other);
    }

    /** The value, where there is one. */
    public Optional<T> known() {
        return Optional.ofNullable(value);
    }

    /** The value, or this one where there is none: for words, not for decisions. */
    public T or(T other) {
        return value == null ? other : value;
    }

    /** Where the value was written; nowhere for a default and for what is absent. */
    public Origin at() {
        return at;
    }

    /** The parameters whose defaults the value rests on. */
    public List<String> assumed() {
        return assumed;
    }

    /** What a function makes of the value; an unknown reading stays unknown, an absent one absent. */
    public <R> Reading<R> map(Function<? super T, ? extends R> function) {
        return new Reading<>(state, value == null ? null : function.apply(value), at, assumed);
    }

    /** The sum of two numbers; unknown unless both are known and the sum is an {@code int}. */
    public static Reading<Integer> plus(Reading<Integer> a, Reading<Integer> b) {
        return a.value == null || b.value == null ? unknown(a.at) : whole((long) a.value + b.value, a, b);
    }

    /** The product of two numbers; unknown unless both are known and the product is an {@code int}. */
    public static Reading<Integer> times(Reading<Integer> a, Reading<Integer> b) {
        return a.value == null || b.value == null ? unknown(a.at) : whole((long) a.value * b.value, a, b);
    }

    private static Reading<Integer> whole(long value, Reading<Integer> a, Reading<Integer> b) {
        return value == (int) value ? of((int) value, a, b) : unknown(a.at);
    }

    /** The greater of two numbers; unknown unless both are known. */
    public static Reading<Integer> max(Reading<Integer> a, Reading<Integer> b) {
        return a.value == null || b.value == null ? unknown(a.at) : of(Math.max(a.value, b.value), a, b);
    }

    /** Whether one number is less than another. */
    public static Verdict less(Reading<Integer> a, Reading<Integer> b) {
        if (a.value == null || b.value == null) {
            return Verdict.UNKNOWN;
        }
        return a.value < b.value ? Verdict.HOLDS : Verdict.FAILS;
    }

    /** A value that was worked out of others, and rests on whatever they rest on. */
    public static <T> Reading<T> of(T value, Reading<?>... from) {
        var basis = new ArrayList<String>(0);
        Origin at = Origin.NOWHERE;
        for (var each : from) {
            for (var parameter : each.assumed) {
                if (!basis.contains(parameter)) {
                    basis.add(parameter);
                }
            }
            at = at == Origin.NOWHERE ? each.at : at;
        }
        return new Reading<>(State.WRITTEN, value, at, List.copyOf(basis));
    }

    @Override
    public String toString() {
        return state + (value == null ? "" : "(" + value + ")") + (assumed.isEmpty() ? "" : " if " + assumed);
    }
}
