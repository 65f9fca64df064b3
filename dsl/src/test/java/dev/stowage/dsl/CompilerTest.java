package dev.stowage.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the types of the language refuse and what they take, by the word of javac itself. */
class CompilerTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void refusesWithTheWantedType(String what, String expression, String wanted, List<String> messages) {
        assertThat(messages).as("what javac says of %s", expression).isNotEmpty();
        assertThat(String.join("\n", messages)).containsPattern("\\b" + wanted + "\\b");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("right")
    void takesWithoutAWarning(String what, String statement, List<String> messages) {
        assertThat(messages).as("what javac says of %s", statement).isEmpty();
    }

    static List<Arguments> wrong() {
        var rows = Rows.of("refused.txt");
        var methods = new ArrayList<String>();
        for (var row : rows) {
            methods.add("Object wrong" + methods.size() + "() { return " + row[1] + "; }");
        }
        var messages = Compiler.compile("Refused", methods);
        var cases = new ArrayList<Arguments>();
        for (var row : rows) {
            cases.add(arguments(row[0], row[1], row[2], messages.get(cases.size())));
        }
        return cases;
    }

    static List<Arguments> right() {
        var rows = Rows.of("accepted.txt");
        var methods = new ArrayList<String>();
        for (var row : rows) {
            methods.add("void right" + methods.size() + "() { " + row[1] + " }");
        }
        var messages = Compiler.compile("Accepted", methods);
        var cases = new ArrayList<Arguments>();
        for (var row : rows) {
            cases.add(arguments(row[0], row[1], messages.get(cases.size())));
        }
        return cases;
    }
}
