package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.Stowage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own project, in a folder of its own, with fifteen lines of pom.xml, after Stowage was installed. */
class OwnProjectTest {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private static final List<Class<?>> ONE_OF_EACH_JAR = List.of(Node.class, Blueprint.class, Stowage.class);

    @TempDir
    private Path folder;

    private final List<Path> borrowed = new ArrayList<>();

    @AfterEach
    void givesBack() throws IOException {
        for (var link : borrowed) {
            Files.delete(link);
        }
    }

    @Test
    void synthesizesWithOneCommand() throws Exception {
        assumeTrue(Boolean.getBoolean("stowage.ci"), "runs Maven in Maven: with -Dstowage.ci=true only");
        var repository = installed(folder.resolve("repository"));
        var project = copied(Path.of("src/test/resources/own-project"), folder.resolve("project"));

        var maven = new ProcessBuilder("mvn", "-q", "-B", "-Dmaven.repo.local=" + repository, "compile", "exec:java")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(maven.getInputStream().readAllBytes());

        assertThat(maven.waitFor()).as(said).isZero();
        assertThat(project.resolve("cdk.out/first.template.json")).content().contains("\"AWS::ECS::Service\"");
    }

    /** A local repository as {@code mvn install} leaves it; what is not ours is borrowed from the user's. */
    private Path installed(Path repository) throws Exception {
        var users = Path.of(System.getProperty("user.home"), ".m2", "repository");
        borrow(users, repository, "dev");
        borrow(users.resolve("dev"), repository.resolve("dev"), "stowage");
        for (var each : ONE_OF_EACH_JAR) {
            var jar = Path.of(
                    each.getProtectionDomain().getCodeSource().getLocation().toURI());
            assertThat(jar).as("a jar: this test belongs to the phase verify").isRegularFile();
            var module = jar.getParent().getParent();
            install(repository, module.resolve("pom.xml"), "stowage-" + module.getFileName(), jar);
        }
        install(repository, Path.of("..", "pom.xml"), "stowage");
        return repository;
    }

    private void borrow(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (var entries = Files.newDirectoryStream(from, each -> !each.endsWith(except))) {
            for (var each : entries) {
                borrowed.add(Files.createSymbolicLink(to.resolve(each.getFileName()), each));
            }
        }
    }

    private static void install(Path repository, Path pom, String artifact, Path... jars) throws IOException {
        var folder = Files.createDirectories(
                repository.resolve("dev/stowage").resolve(artifact).resolve(VERSION));
        Files.copy(pom, folder.resolve(artifact + "-" + VERSION + ".pom"));
        for (var jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var each : (Iterable<Path>) files::iterator) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        return to;
    }
}
