package dev.stowage.synth.read;

import dev.stowage.schema.origin.Written;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Where the events and the faults of a YAML document stand. The parser counts whole characters, editors halves. */
final class YamlPlaces {

    private final SourceText source;
    private int index;
    private int offset;

    YamlPlaces(SourceText source) {
        this.source = source;
        this.offset = source.begin();
    }

    /** Where an event begins. */
    Written of(Event event) {
        return of(event.getStartMark().orElseThrow());
    }

    private Written of(Mark mark) {
        var at = offset(mark);
        var chars = source.chars();
        var line = Character.offsetByCodePoints(chars, 0, source.end(), at, -mark.getColumn());
        return new Written(source.file(), mark.getLine() + 1, at - line + 1);
    }

    /** Counts on from the mark before, as marks go up with few exceptions. */
    private int offset(Mark mark) {
        if (mark.getIndex() < index) {
            index = 0;
            offset = source.begin();
        }
        offset = Character.offsetByCodePoints(source.chars(), 0, source.end(), offset, mark.getIndex() - index);
        index = mark.getIndex();
        return offset;
    }

    /** What the parser found, as the one line to print. */
    BadInput problem(YamlEngineException broken) {
        if (!(broken instanceof MarkedYamlEngineException marked)
                || marked.getProblemMark().isEmpty()) {
            return unprintable();
        }
        var where = marked.getProblemMark().get();
        var begin = marked.getContextMark().orElse(where);
        if ("while scanning a simple key".equals(marked.getContext())) {
            return BadInput.brokenYaml(of(begin), wordAt(begin), "; a colon is wanted after it.");
        }
        if (offset(where) >= source.end()) {
            return offset(begin) >= source.end()
                    ? BadInput.unfinishedYaml(of(begin))
                    : BadInput.unfinishedYaml(of(begin), wordAt(begin));
        }
        return wordAt(where).equals("0x9")
                ? BadInput.tab(of(where))
                : BadInput.brokenYaml(of(where), wordAt(where), wanted(marked.getProblem()));
    }

    private String wordAt(Mark mark) {
        return source.wordAt(offset(mark));
    }

    /** What would stand there, for the mistakes that people make. */
    private static String wanted(String problem) {
        if (problem.startsWith("mapping values are not allowed")) {
            return "; quotes around a value with a colon, or another indentation, are wanted.";
        }
        if (problem.startsWith("expected <block end>") || problem.startsWith("sequence entries are not allowed")) {
            return "; the indentation of the lines around it is wanted.";
        }
        return problem.contains("cannot start any token") ? "; quotes around the value are wanted." : ".";
    }

    /** The reader gives no place; without a character that it refuses, the version of YAML is the fault. */
    private BadInput unprintable() {
        for (var at = source.begin(); at < source.end(); at++) {
            var c = Character.codePointAt(source.chars(), at, source.end());
            if (!StreamReader.isPrintable(c)) {
                return BadInput.unprintable(source.place(at), c);
            }
            at += Character.charCount(c) - 1;
        }
        return BadInput.laterYaml(source.place(source.begin()));
    }
}
