package dev.stowage.schema.diagnostic.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.origin.CallSite;
import dev.stowage.schema.origin.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFoldersTest {

    private static final String PROGRAM = """
            package acme.deploy;

            public final class Deploy implements java.util.function.Supplier<dev.stowage.schema.origin.CallSite> {
                @Override
                public dev.stowage.schema.origin.CallSite get() {
                    return dev.stowage.schema.origin.CallSite.here();
                }
            }
            """;

    @TempDir
    private Path project;

    @TempDir
    private Path elsewhere;

    @ParameterizedTest
    @CsvSource({
        "target/classes, src/main/java",
        "target/test-classes, src/test/java",
        "build/classes/java/main, src/main/java",
        "build/classes/java/test, src/test/java"
    })
    void findsTheSourceOfAFolderOfClasses(String classes, String sources) throws Exception {
        var source = compiled(project.resolve(sources), project.resolve(classes));

        assertThat(found(project.resolve(classes), elsewhere)).contains(source);
    }

    @ParameterizedTest
    @CsvSource({"target/deploy-1.0.jar", "build/libs/deploy.jar"})
    void findsTheSourceOfAJar(String jar) throws Exception {
        var source = compiled(project.resolve("src/main/java"), elsewhere);
        var packed = packed(elsewhere, project.resolve(jar));

        assertThat(found(packed, elsewhere)).contains(source);
    }

    @Test
    void looksBelowTheWorkingFolderWhereTheClassesLieElsewhere() throws Exception {
        var source = compiled(project.resolve("src/main/java"), elsewhere);

        assertThat(found(elsewhere, project)).contains(source);
    }

    @Test
    void looksIntoTheModulesOfTheWorkingFolder() throws Exception {
        var source = compiled(project.resolve("deploy/src/main/java"), elsewhere);
        var frame = Frame.remembered("acme.deploy.Deploy", "get", "Deploy.java", 6, false);

        assertThat(SourceFolders.file(frame, project)).contains(source);
    }

    @Test
    void doesWithoutASourceThatIsNotThere() throws Exception {
        compiled(elsewhere, project.resolve("target/classes"));

        assertThat(found(project.resolve("target/classes"), project)).isEmpty();
    }

    @Test
    void looksBelowTheWorkingFolderForALineOfAnotherProcess() throws Exception {
        var source = compiled(project.resolve("src/main/java"), elsewhere);
        var frame = Frame.remembered("acme.deploy.Deploy", "get", "Deploy.java", 6, false);

        assertThat(SourceFolders.file(frame, project)).contains(source);
    }

    private static Path compiled(Path sources, Path classes) throws IOException {
        var source = sources.resolve("acme/deploy/Deploy.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(classes);
        Files.writeString(source, PROGRAM);
        var path = Path.of(codeSource(CallSite.class)).toString();
        var quiet = OutputStream.nullOutputStream();
        var result = ToolProvider.getSystemJavaCompiler()
                .run(null, quiet, quiet, "-proc:none", "-cp", path, "-d", classes.toString(), source.toString());
        assertThat(result).isZero();
        return source;
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("acme/deploy/Deploy.class"));
            out.write(Files.readAllBytes(classes.resolve("acme/deploy/Deploy.class")));
        }
        return jar;
    }

    /** Where the source of a program is found that is started as launchers do: with its loader as that of the thread. */
    @SuppressWarnings("unchecked")
    private static Optional<Path> found(Path classes, Path directory) throws Exception {
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Thread.currentThread().setContextClassLoader(loader);
            var program =
                    loader.loadClass("acme.deploy.Deploy").getConstructor().newInstance();
            var frame = ((Supplier<CallSite>) program).get().frames().get(0);
            return SourceFolders.file(frame, directory);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URI codeSource(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }
}
