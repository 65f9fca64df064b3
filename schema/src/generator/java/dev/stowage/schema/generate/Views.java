package dev.stowage.schema.generate;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.stowage.schema.resource.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes the views. A file whose text is the same already is left alone, so that the compiler has nothing to do; a view
 * whose type has left the facts is deleted.
 */
public final class Views {

    private static final String PACKAGE = "dev.stowage.schema.resource";

    private final Path folder;
    private final Set<Path> written = new HashSet<>();

    private Views(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a view for each type.
     *
     * @param args the file of the facts, and the root of the sources to write
     */
    public static void main(String[] args) throws IOException {
        var catalogue = Catalogue.of(Files.readString(Path.of(args[0])));
        var views = new Views(Files.createDirectories(Path.of(args[1], PACKAGE.split("\\."))));
        views.write(ViewClass.tag());
        for (var name : catalogue.names()) {
            views.write(ViewClass.of(catalogue.type(name).orElseThrow()));
        }
        views.deleteOthers();
    }

    private void write(TypeSpec view) throws IOException {
        var file = folder.resolve(view.name() + ".java");
        if (!written.add(file)) {
            throw new IllegalArgumentException("Two resource types would be called " + view.name() + ".");
        }
        var text = JavaFile.builder(PACKAGE, view)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private void deleteOthers() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (!written.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
