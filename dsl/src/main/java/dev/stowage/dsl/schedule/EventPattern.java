package dev.stowage.dsl.schedule;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which events are meant: those that are all of this. Values of one word, and of one path said twice, are alternatives. */
@ValueStyle
@Value.Immutable
public sealed interface EventPattern extends Trigger permits ImmutableEventPattern {

    /** Those of a source, such as {@code aws.ecs} or a name of one's own. */
    static EventPattern source(String first, String... others) {
        return ImmutableEventPattern.of(Lines.here("source"))
                .withConditions(new Condition("source", Test.EQUAL, texts(first, others)));
    }

    /** Those of new objects in a bucket; one that is made here then tells EventBridge of its objects. */
    static EventPattern created(Bucket bucket) {
        return ImmutableEventPattern.of(Lines.here("created"))
                .withBucket(bucket)
                .withConditions(
                        new Condition("source", Test.EQUAL, texts("aws.s3")),
                        new Condition("detail-type", Test.EQUAL, texts("Object Created")),
                        new Condition("detail.bucket.name", Test.EQUAL, List.of(bucket.bucketName())));
    }

    /** Those of a type, such as {@code ECS Task State Change}. */
    default EventPattern type(String first, String... others) {
        return and("type", "detail-type", Test.EQUAL, texts(first, others));
    }

    /**
     * Those whose detail has one of these values.
     *
     * @param path where in the detail, with dots between names, such as {@code object.key}
     */
    default EventPattern detail(String path, String first, String... others) {
        return and("detail", "detail." + path, Test.EQUAL, texts(first, others));
    }

    /** Those whose detail has this value there. */
    default EventPattern detail(String path, Text value) {
        return and("detail", "detail." + path, Test.EQUAL, List.of(value));
    }

    /** Those whose detail has a value there that begins with this. */
    default EventPattern detailBegins(String path, String prefix) {
        return and("detailBegins", "detail." + path, Test.PREFIX, texts(prefix));
    }

    /** Those whose detail has a value there that is none of these. */
    default EventPattern detailOtherThan(String path, String first, String... others) {
        return and("detailOtherThan", "detail." + path, Test.OTHER, texts(first, others));
    }

    private EventPattern and(String word, String path, Test test, List<Text> values) {
        var all = new ArrayList<>(conditions());
        all.add(new Condition(path, test, values));
        return ImmutableEventPattern.copyOf(this).withConditions(all).withLines(lines().and(word));
    }

    private static List<Text> texts(String first, String... others) {
        var texts = new ArrayList<Text>(others.length + 1);
        texts.add(Text.text(first));
        for (var other : others) {
            texts.add(Text.text(other));
        }
        return texts;
    }

    @Override
    @Value.Auxiliary
    Lines lines();

    /** What events must be like: all of this. */
    List<Condition> conditions();

    /** The bucket of whose objects they tell. */
    Optional<Bucket> bucket();

    /**
     * What a field of an event must be like.
     *
     * @param path the names that lead to it, with dots between them
     * @param test how values are compared
     * @param values the values
     */
    record Condition(String path, Test test, List<Text> values) {}

    /** How a field of an event is compared with values. */
    enum Test {
        /** It is one of them. */
        EQUAL,
        /** It begins with one of them. */
        PREFIX,
        /** It is none of them. */
        OTHER
    }
}
