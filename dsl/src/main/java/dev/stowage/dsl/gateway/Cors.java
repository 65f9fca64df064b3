package dev.stowage.dsl.gateway;

import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which pages of other hosts may call an API, and how. Left out, methods and headers are those of simple requests. */
@ValueStyle
@Value.Immutable
public sealed interface Cors permits ImmutableCors {

    /** Pages of these origins, such as {@code https://shop.example}; {@code *} stands for all. */
    static Cors from(String first, String... others) {
        return ImmutableCors.builder().origins(all(first, others)).build();
    }

    /** May use these methods, such as {@code PUT}; {@code *} stands for all. */
    default Cors methods(String first, String... others) {
        return ImmutableCors.copyOf(this).withMethods(all(first, others));
    }

    /** May send these headers; {@code *} stands for all. */
    default Cors headers(String first, String... others) {
        return ImmutableCors.copyOf(this).withHeaders(all(first, others));
    }

    /** May read these headers of answers. */
    default Cors exposes(String first, String... others) {
        return ImmutableCors.copyOf(this).withExposed(all(first, others));
    }

    /** May send cookies and other credentials; origins then have to be named. */
    default Cors credentials() {
        return ImmutableCors.copyOf(this).withHasCredentials(true);
    }

    /** Browsers ask again after this time. */
    default Cors keep(Duration time) {
        return ImmutableCors.copyOf(this).withKept(time);
    }

    private static List<String> all(String first, String... others) {
        var all = new ArrayList<String>(others.length + 1);
        all.add(first);
        all.addAll(List.of(others));
        return all;
    }

    /** Whose pages. */
    List<String> origins();

    /** By which methods. */
    List<String> methods();

    /** With which headers. */
    List<String> headers();

    /** Which headers of answers they may read. */
    List<String> exposed();

    /** Whether they send credentials. */
    @Value.Default
    default boolean hasCredentials() {
        return false;
    }

    /** For how long browsers need not ask again. */
    Optional<Duration> kept();
}
