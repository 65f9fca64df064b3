package dev.stowage.dsl;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The JDK's own compiler over lines of a program, one method each, after the imports and fields of {@code given.txt}. */
final class Compiler {

    private static final List<String> OPTIONS = List.of(
            "-Xlint:all", "-Xmaxerrs", "999", "-Xmaxwarns", "999", "-proc:none", "-XDshould-stop.ifNoError=FLOW");

    private final StringBuilder source = new StringBuilder();
    private final List<Integer> lines = new ArrayList<>();
    private int line = 1;

    private Compiler(String type) {
        append(Rows.text("given.txt"));
        append("final class " + type + " extends Given {\n");
    }

    /** What the compiler says about each of these methods, in English; nothing where it takes one without a word. */
    static List<List<String>> compile(String type, List<String> methods) {
        var compiler = new Compiler(type);
        for (var method : methods) {
            compiler.lines.add(compiler.line);
            compiler.append(method + "\n");
        }
        compiler.append("}\n");
        return compiler.messages(type);
    }

    private void append(String text) {
        source.append(text);
        line += (int) text.chars().filter(letter -> letter == '\n').count();
    }

    private List<List<String>> messages(String type) {
        var byLine = new TreeMap<Integer, List<String>>();
        for (var line : lines) {
            byLine.put(line, new ArrayList<>());
        }
        var heard = new DiagnosticCollector<JavaFileObject>();
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, heard, OPTIONS, null, List.of(new Source(type, source.toString())))
                .call();
        for (var each : heard.getDiagnostics()) {
            if (each.getKind() != Diagnostic.Kind.NOTE) { // a note is about the whole run
                said(byLine, each);
            }
        }
        return List.copyOf(byLine.values());
    }

    private static void said(Map<Integer, List<String>> byLine, Diagnostic<? extends JavaFileObject> message) {
        var line = byLine.get((int) message.getLineNumber());
        if (line == null) {
            throw new IllegalStateException("Line " + message.getLineNumber() + ": " + message);
        }
        line.add(message.getMessage(Locale.ENGLISH));
    }

    /** A file that is not on disk. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String type, String text) {
            super(URI.create("string:///proof/" + type + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
