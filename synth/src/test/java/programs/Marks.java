package programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** The lines of a test program's own source that end in a mark: {@code // <- count}. */
public final class Marks {

    private final String file;
    private final List<String> lines;

    private Marks(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** The marks in the source of a class. */
    public static Marks of(Class<?> type) {
        var top = type.getName().replaceAll("\\$.*", "").replace('.', '/');
        var source = Path.of("src", "test", "java", top + ".java");
        try {
            return new Marks(source.getFileName().toString(), Files.readAllLines(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line with this mark, as reports write places. */
    public String line(String mark) {
        return only("// <- " + mark, String::endsWith);
    }

    /** The only line with this text in it, as reports write places. */
    public String containing(String text) {
        return only(text, String::contains);
    }

    private String only(String text, BiPredicate<String, String> matches) {
        var found = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            if (matches.test(lines.get(i), text)) {
                found.add(file + ":" + (i + 1));
            }
        }
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " lines of " + file + " have the text " + text);
        }
        return found.get(0);
    }
}
