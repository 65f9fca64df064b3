package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a request must be like: one condition of a listener rule. A rule takes at most five values in all its conditions. */
@ValueStyle
@Value.Immutable
public sealed interface Match permits ImmutableMatch {

    /** One of these paths; {@code *} stands for any characters, {@code ?} for one. */
    static Match path(String first, String... others) {
        return of(Field.PATH, texts(first, others), "path");
    }

    /** One of these hosts; {@code *} stands for any characters, {@code ?} for one. */
    static Match host(String first, String... others) {
        return of(Field.HOST, texts(first, others), "host");
    }

    /** This host, known only at deployment. */
    static Match host(Text name) {
        return of(Field.HOST, List.of(name), "host");
    }

    /** Callers at these addresses, such as {@code 10.0.0.0/8}. */
    static Match from(String first, String... others) {
        return of(Field.SOURCE, texts(first, others), "from");
    }

    /** Callers at these addresses, known only at deployment. */
    static Match from(Text cidr) {
        return of(Field.SOURCE, List.of(cidr), "from");
    }

    /** One of these values in this header; {@code *} stands for any characters, {@code ?} for one. Not for {@code Host}. */
    static Match header(String name, String first, String... others) {
        return named(of(Field.HEADER, texts(first, others), "header"), name);
    }

    /** One of these values under this key of the query; {@code *} stands for any characters, {@code ?} for one. */
    static Match query(String key, String first, String... others) {
        return named(of(Field.QUERY, texts(first, others), "query"), key);
    }

    /** One of these values anywhere in the query, under whatever key. */
    static Match queryValue(String first, String... others) {
        return of(Field.QUERY, texts(first, others), "queryValue");
    }

    /** A path that one of these regular expressions describes as a whole. */
    static Match pathRegex(String first, String... others) {
        return regex(of(Field.PATH, texts(first, others), "pathRegex"));
    }

    /** A host that one of these regular expressions describes as a whole. */
    static Match hostRegex(String first, String... others) {
        return regex(of(Field.HOST, texts(first, others), "hostRegex"));
    }

    /** A header that one of these regular expressions describes as a whole. */
    static Match headerRegex(String name, String first, String... others) {
        return regex(named(of(Field.HEADER, texts(first, others), "headerRegex"), name));
    }

    /** One of these methods, such as {@code GET}, as they are written: in capitals. */
    static Match method(String first, String... others) {
        return of(Field.METHOD, texts(first, others), "method");
    }

    private static Match named(Match match, String name) {
        return ImmutableMatch.copyOf(match).withName(name);
    }

    private static Match regex(Match match) {
        return ImmutableMatch.copyOf(match).withIsRegex(true);
    }

    private static Match of(Field field, List<Text> values, String word) {
        return ImmutableMatch.of(field, values, Lines.here(word));
    }

    private static List<Text> texts(String first, String... others) {
        var texts = new ArrayList<Text>(others.length + 1);
        texts.add(Text.text(first));
        for (var other : others) {
            texts.add(Text.text(other));
        }
        return texts;
    }

    /** What of the request is looked at. */
    Field field();

    /** Which header or key of the query is looked at. */
    Optional<String> name();

    /** What it may be: any of these. */
    @Value.Parameter
    List<Text> values();

    /** Whether its values are regular expressions. */
    @Value.Default
    default boolean isRegex() {
        return false;
    }

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();

    /** What of a request a rule can look at. */
    enum Field {
        /** The path of the URL. */
        PATH("path"),
        /** The {@code Host} header. */
        HOST("host"),
        /** The address of the caller. */
        SOURCE("from"),
        /** A header. */
        HEADER("header"),
        /** A key of the query. */
        QUERY("query"),
        /** The method. */
        METHOD("method");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        /** The word that looks at it. */
        public String word() {
            return word;
        }
    }
}
