package dev.stowage.samples.words;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.ToolProvider;

/** Every word of the language, as the compiler knows it, and where the samples say it. */
final class WordIndex {

    /** Whose methods are how the parts of the language talk to each other, and to synth. */
    private static final List<String> MACHINERY = List.of(
            "Census",
            "Grant",
            "Lines",
            "Particulars",
            "Thing",
            "ContainerSpec",
            "ServiceSpec",
            "Routing",
            "Listening",
            "DatabaseSpec");

    /** What values answer about themselves; programs do not ask. */
    private static final List<String> ANSWERS = List.of(
            "being", "home", "key", "locator", "name", "once", "particulars", "refined", "saying", "task", "type");

    /**
     * A word.
     *
     * @param type where it is said
     * @param signature its name and what it takes
     * @param sentence what it says
     * @param example a place where it is said, if there is one
     */
    record Word(String type, String signature, String sentence, Optional<Example> example) {}

    /**
     * A place where a word is said.
     *
     * @param file the program, from the folder of the samples
     * @param code how it is said
     */
    record Example(Path file, String code) {}

    private static final List<String> INSIDE = inside();

    private final Path project;
    private final Elements elements;
    private final Map<String, List<Example>> examples = new HashMap<>();

    private WordIndex(Path project, JavacTask task) throws IOException {
        this.project = project;
        this.elements = task.getElements();
        var units = new ArrayList<CompilationUnitTree>();
        task.parse().forEach(units::add);
        task.analyze();
        var trees = Trees.instance(task);
        units.forEach(unit -> new Sayings(unit, trees).scan(unit, null));
    }

    /** The words of the language as it is in that project, with the examples of its samples. */
    static WordIndex of(Path project) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options = List.of(
                "-proc:none",
                "-implicit:none",
                "-Xprefer:source",
                "-classpath",
                System.getProperty("java.class.path"),
                "-sourcepath",
                project.resolve("dsl/src/main/java") + ":" + project.resolve("schema/src/main/java"));
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(project.resolve("samples/src/main/java"))) {
            var programs = sources.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            var units = files.getJavaFileObjectsFromPaths(programs);
            return new WordIndex(project, (JavacTask) compiler.getTask(null, files, found -> {}, options, null, units));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a package by the types that say them, in the order of the sources. */
    Map<String, List<Word>> words(String name) {
        var found = new TreeMap<String, List<Word>>();
        for (var type : ElementFilter.typesIn(elements.getPackageElement(name).getEnclosedElements())) {
            var words = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(method -> isWord(type, method))
                    .map(method -> word(type, method))
                    .toList();
            if (!words.isEmpty()) {
                found.put(type.getSimpleName().toString(), words);
            }
        }
        return found;
    }

    /** The first sentence about a package. */
    String about(String name) {
        try {
            var text = Files.readString(project.resolve("dsl/src/main/java")
                    .resolve(name.replace('.', '/'))
                    .resolve("package-info.java"));
            return sentence(text.substring(text.indexOf("/**") + 3, text.indexOf("*/")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Word word(TypeElement type, ExecutableElement method) {
        var takes = method.getParameters().stream()
                .map(one -> shown(one.asType().toString()) + " " + one.getSimpleName())
                .toList();
        var signature = method.getSimpleName() + "(" + String.join(", ", takes) + ")";
        var varied = method.isVarArgs() ? signature.replaceFirst("\\[] (\\w+\\))$", "... $1") : signature;
        var doc = Optional.ofNullable(elements.getDocComment(method)).orElse("");
        var said = examples.getOrDefault(key(method), List.of()).stream()
                .min(Comparator.comparing(
                                (Example one) -> !one.file().toString().contains("/words/"))
                        .thenComparing(one -> one.code().length())
                        .thenComparing(one -> one.file().toString()));
        return new Word(type.getSimpleName().toString(), varied, sentence(doc), said);
    }

    private static boolean isWord(TypeElement type, ExecutableElement method) {
        var name = method.getSimpleName().toString();
        var said = method.getModifiers();
        var bare = method.getParameters().isEmpty();
        return isPublic(type)
                && said.contains(Modifier.PUBLIC)
                && !MACHINERY.contains(type.getSimpleName().toString())
                && !ANSWERS.contains(name)
                && !isInside(type, method)
                && !name.matches("(is|has)[A-Z].*")
                && !(bare && method.getReturnType().getKind().isPrimitive())
                && !(bare && method.getReturnType().toString().startsWith("java."))
                && (type.getKind() == ElementKind.INTERFACE
                        ? method.isDefault() || said.contains(Modifier.STATIC) || !bare
                        : type.getKind() == ElementKind.CLASS && returnsLanguage(method))
                && method.getAnnotation(Override.class) == null
                && method.getAnnotationMirrors().stream()
                        .noneMatch(one -> one.toString().contains("immutables"))
                && method.getParameters().stream()
                        .noneMatch(one -> one.asType().toString().endsWith("Lines"));
    }

    private static boolean isInside(TypeElement type, ExecutableElement method) {
        var name = type.getSimpleName() + "." + method.getSimpleName();
        return INSIDE.contains(name)
                || INSIDE.contains(name + "()") && method.getParameters().isEmpty();
    }

    private static List<String> inside() {
        try (var in = WordIndex.class.getResourceAsStream("/inside-words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPublic(TypeElement type) {
        return type.getModifiers().contains(Modifier.PUBLIC);
    }

    private static boolean returnsLanguage(ExecutableElement method) {
        return method.getReturnType().toString().startsWith("dev.stowage")
                && !method.getReturnType().toString().endsWith("Parameter.Default");
    }

    private static String key(ExecutableElement method) {
        return method.getEnclosingElement() + "#" + method;
    }

    private static String shown(String type) {
        return type.replaceAll("@[\\w.]+ ?", "").replaceAll("[a-z]\\w*\\.", "");
    }

    private static String sentence(String doc) {
        var text = doc.replaceAll("\\n \\* ?", " ")
                .replaceAll("\\{@(?:link|linkplain|code) (?:[\\w.#]+ (?=[^}]))?([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
        var end = text.indexOf(". ");
        return end < 0 ? text.replaceAll("\\.? ?@.*", ".") : text.substring(0, end + 1);
    }

    /** Notes every method that a program calls. */
    private final class Sayings extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;

        Sayings(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            var select = call.getMethodSelect();
            var from = select instanceof MemberSelectTree member && !isType(member)
                    ? end(member.getExpression())
                    : start(select);
            note(trees.getElement(new TreePath(getCurrentPath(), select)), from, end(call));
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
            note(trees.getElement(getCurrentPath()), start(reference), end(reference));
            return super.visitMemberReference(reference, nothing);
        }

        private boolean isType(MemberSelectTree member) {
            return member.getExpression() instanceof IdentifierTree name
                    && Character.isUpperCase(name.getName().charAt(0));
        }

        private void note(Element called, long from, long to) {
            var isWritten = to > from;
            if (isWritten && called instanceof ExecutableElement method) {
                var file = Path.of(unit.getSourceFile().toUri());
                var code = source().substring((int) from, (int) to)
                        .replaceAll("\\s+", " ")
                        .strip();
                var example = new Example(project.resolve("samples").relativize(file), code);
                examples.computeIfAbsent(key(method), key -> new ArrayList<>()).add(example);
            }
        }

        private String source() {
            try {
                return unit.getSourceFile().getCharContent(true).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private long start(Tree tree) {
            return trees.getSourcePositions().getStartPosition(unit, tree);
        }

        private long end(Tree tree) {
            return trees.getSourcePositions().getEndPosition(unit, tree);
        }
    }
}
