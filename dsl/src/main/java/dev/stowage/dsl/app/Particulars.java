package dev.stowage.dsl.app;

import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.expression.Condition;
import dev.stowage.schema.expression.Expression;
import dev.stowage.schema.origin.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every thing has: a kind, a name, tags, a condition, accepted findings, raw properties, and the lines where its words
 * were said. Equality ignores lines, accepted findings and those of a house.
 */
public final class Particulars {

    private final String kind;
    private final String name;
    private final Lines lines;
    private final List<Tag> tags;
    private final Optional<String> formerly;
    private final Optional<Condition> onlyIf;
    private final List<Allowance> allowances;
    private final List<Raw> raws;
    private final List<Diagnostic> complaints;

    private Particulars(
            String kind,
            String name,
            Lines lines,
            List<Tag> tags,
            Optional<String> formerly,
            Optional<Condition> onlyIf,
            List<Allowance> allowances,
            List<Raw> raws,
            List<Diagnostic> complaints,
            @Nullable Particulars original) {
        this.kind = kind;
        this.name = name;
        this.lines = lines;
        this.tags = tags;
        this.formerly = formerly;
        this.onlyIf = onlyIf;
        this.allowances = allowances;
        this.raws = raws;
        this.complaints = complaints;
        Census.note(this, original);
    }

    /**
     * The particulars of a thing that is being made.
     *
     * @param kind what it is, such as {@code service}
     * @param name what its maker calls it
     * @param word the factory that makes it
     */
    public static Particulars of(String kind, String name, String word) {
        return new Particulars(
                kind,
                Objects.requireNonNull(name, "name"),
                Lines.here(word),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** The same, after one more word. */
    public Particulars said(String word) {
        return new Particulars(kind, name, lines.and(word), tags, formerly, onlyIf, allowances, raws, complaints, this);
    }

    Particulars tag(String key, String value) {
        var said = lines.and("tag " + key);
        var more = new ArrayList<Tag>(tags.size() + 1);
        for (var tag : tags) {
            if (!tag.key().equals(key)) {
                more.add(tag);
            }
        }
        more.add(new Tag(key, value));
        var all = Collections.unmodifiableList(more);
        return new Particulars(kind, name, said, all, formerly, onlyIf, allowances, raws, complaints, this);
    }

    Particulars formerly(String old) {
        var said = lines.and("formerly");
        return new Particulars(kind, name, said, tags, Optional.of(old), onlyIf, allowances, raws, complaints, this);
    }

    Particulars onlyIf(Condition condition) {
        var said = lines.and("onlyIf");
        return new Particulars(
                kind, name, said, tags, formerly, Optional.of(condition), allowances, raws, complaints, this);
    }

    Particulars allow(String rule, String reason) {
        var said = lines.and("allow " + rule);
        var allowance = new Allowance(
                Objects.requireNonNull(rule, "rule"),
                Objects.requireNonNull(reason, "reason"),
                Said.of(kind, name, "allow", said.last()));
        return new Particulars(
                kind, name, said, tags, formerly, onlyIf, plus(allowances, allowance), raws, complaints, this);
    }

    Particulars complain(String rule, Severity severity, String message, String fix) {
        var said = lines.and("complain " + rule);
        var complaint = Diagnostic.of(RuleId.of(rule), severity, Said.of(kind, name, "complain", said.last()), message)
                .fix(fix);
        return new Particulars(
                kind, name, said, tags, formerly, onlyIf, allowances, raws, plus(complaints, complaint), this);
    }

    Particulars raw(Kind of, String path, Expression value) {
        var said = lines.and("raw " + path);
        var raw = new Raw(of, path, value, Said.of(kind, name, "raw", said.last()));
        return new Particulars(kind, name, said, tags, formerly, onlyIf, allowances, plus(raws, raw), complaints, this);
    }

    private static <T> List<T> plus(List<T> list, T next) {
        var more = new ArrayList<T>(list.size() + 1);
        more.addAll(list);
        more.add(next);
        return Collections.unmodifiableList(more);
    }

    /** What the thing is, such as {@code service}. */
    public String kind() {
        return kind;
    }

    /** What its maker called it. */
    public String name() {
        return name;
    }

    /** Where its words were said. */
    public Lines lines() {
        return lines;
    }

    /** The tags of its resources, in the order in which they were said. */
    public List<Tag> tags() {
        return tags;
    }

    /** The name it had before, whose identity it keeps. */
    public Optional<String> formerly() {
        return formerly;
    }

    /** The condition under which it exists. */
    public Optional<Condition> onlyIf() {
        return onlyIf;
    }

    /** Findings about it that are accepted. */
    public List<Allowance> allowances() {
        return allowances;
    }

    /** Properties that were written without a word for them. */
    public List<Raw> raws() {
        return raws;
    }

    /** What a house finds wrong with it. */
    public List<Diagnostic> complaints() {
        return complaints;
    }

    /** Where a word was said about the thing; where it was made, if the word never was. */
    public Said at(String word) {
        return Said.of(kind, name, word, lines.at(word));
    }

    /** Where the thing was made. */
    public Said birth() {
        return Said.of(kind, name, lines.firstWord(), lines.birth());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Particulars that
                && that.kind.equals(kind)
                && that.name.equals(name)
                && that.tags.equals(tags)
                && that.formerly.equals(formerly)
                && that.onlyIf.equals(onlyIf)
                && that.raws.equals(raws);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }

    /**
     * A tag.
     *
     * @param key its key, unique within a resource
     * @param value its value
     */
    public record Tag(String key, String value) {

        public Tag {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }

    /** A property written without a word for it. */
    public static final class Raw {

        private final Kind of;
        private final String path;
        private final Expression value;
        private final Said at;

        private Raw(Kind of, String path, Expression value, Said at) {
            this.of = of;
            this.path = path;
            this.value = value;
            this.at = at;
        }

        /** Which of the thing's resources. */
        public Kind of() {
            return of;
        }

        /** The property, as a path with slashes such as {@code DeploymentConfiguration/MaximumPercent}. */
        public String path() {
            return path;
        }

        /** What is written there. */
        public Expression value() {
            return value;
        }

        /** Where it was said. */
        public Said at() {
            return at;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Raw that && that.of == of && that.path.equals(path) && that.value.equals(value);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }
}
