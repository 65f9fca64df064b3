package dev.stowage.dsl.generate;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.stowage.schema.table.FargateSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes one enum for each row of the Fargate sizes, and the interfaces that close over them. A file whose text is the
 * same already is left alone, so that the compiler has nothing to do.
 */
public final class FargateTypes {

    private final Path folder;

    private FargateTypes(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the types.
     *
     * @param args the root of the sources to write
     */
    public static void main(String[] args) throws IOException {
        var rows = FargateSizes.standard().rows();
        var folder = Path.of(args[0], SizeTypes.PACKAGE.split("\\."));
        var types = new FargateTypes(Files.createDirectories(folder));
        types.write(SizeTypes.pair(rows));
        types.write(SizeTypes.windows(rows));
        types.write(SizeTypes.table(rows));
        for (var row : rows) {
            types.write(SizeTypes.sizes(row));
        }
    }

    private void write(TypeSpec type) throws IOException {
        var file = folder.resolve(type.name() + ".java");
        var text = JavaFile.builder(SizeTypes.PACKAGE, type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
