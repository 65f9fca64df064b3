package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.PushImageCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A registry for images on the loopback of this machine, as a process of its own: the program of Debian's package
 * docker-registry. Docker speaks plain HTTP with registries there. The images that tests push are removed with it.
 */
public final class LoopbackRegistry implements AutoCloseable {

    /** Who may read where not everybody may. */
    public static final String USER = "reader";

    /** The password of {@link #USER}. */
    public static final String PASSWORD = "hunter2-registry";

    private static final String HASHED = "$2b$04$8S0Axg3EjXVPTybtzflb7O6NM3nYPPpNKDfaymN.EeFqip6RZ0xQ2";
    private static final String PROGRAM = "docker-registry";
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final boolean isGuarded;
    private final List<String> tagged = new ArrayList<>();

    private LoopbackRegistry(Process process, int port, boolean isGuarded) {
        this.process = process;
        this.port = port;
        this.isGuarded = isGuarded;
    }

    /** One that everybody may read and write. */
    public static LoopbackRegistry open(Path folder) throws IOException {
        return started(folder, false);
    }

    /** One that wants the name and the password above. */
    public static LoopbackRegistry guarded(Path folder) throws IOException {
        return started(folder, true);
    }

    private static LoopbackRegistry started(Path folder, boolean isGuarded) throws IOException {
        var program = program();
        Assumptions.assumeTrue(
                program.isPresent() || Boolean.getBoolean("stowage.ci"),
                "there is no " + PROGRAM + " (Debian package " + PROGRAM + "; STOWAGE_REGISTRY names it elsewhere)");
        Files.createDirectories(folder);
        var port = freePort();
        var config = Files.writeString(folder.resolve("config.yml"), config(folder, port, isGuarded));
        Files.writeString(folder.resolve("htpasswd"), USER + ":" + HASHED + "\n");
        var process = new ProcessBuilder(program.orElse(PROGRAM), "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "log"))
                .start();
        var registry = new LoopbackRegistry(process, port, isGuarded);
        registry.awaitAnswer(folder.resolve("log"));
        return registry;
    }

    private static Optional<String> program() {
        var places = new ArrayList<>(List.of(System.getenv("PATH").split(File.pathSeparator, -1)));
        places.replaceAll(folder -> folder + "/" + PROGRAM);
        Optional.ofNullable(System.getenv("STOWAGE_REGISTRY")).ifPresent(named -> places.add(0, named));
        return places.stream().filter(it -> Files.isExecutable(Path.of(it))).findFirst();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String config(Path folder, int port, boolean isGuarded) {
        var text = """
                version: 0.1
                storage: {filesystem: {rootdirectory: FOLDER/data}}
                http: {addr: '127.0.0.1:PORT'}
                """ + (isGuarded ? "auth: {htpasswd: {realm: tests, path: FOLDER/htpasswd}}\n" : "");
        return text.replace("FOLDER", folder.toString()).replace("PORT", String.valueOf(port));
    }

    private void awaitAnswer(Path log) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the registry does not answer: " + Files.readString(log));
            }
            Thread.onSpinWait();
        }
    }

    private boolean answers() {
        try {
            var call = (HttpURLConnection)
                    URI.create("http://" + host() + "/v2/").toURL().openConnection();
            return call.getResponseCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Its name in the names of its images: host and port. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /**
     * Pushes an image that the engine has under that name here, and removes the name from the engine again.
     *
     * @return its name, with this registry
     */
    public String push(Docker docker, String image, String repository) throws InterruptedException {
        var name = host() + "/" + repository;
        var client = docker.within(PATIENCE);
        client.tagImageCmd(image, name, "1").exec();
        tagged.add(name + ":1");
        PushImageCmd push = client.pushImageCmd(name).withTag("1");
        if (isGuarded) {
            push.withAuthConfig(
                    new AuthConfig().withUsername(USER).withPassword(PASSWORD).withRegistryAddress(host()));
        }
        assertThat(push.start().awaitCompletion(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        forget(docker, name + ":1");
        return name + ":1";
    }

    /**
     * Puts an image that is here under another tag, as a list of one image that says for which architecture it is.
     *
     * @return the name of the list
     */
    public String list(String repository, String architecture, String tag) throws IOException, InterruptedException {
        var one = send(manifest(repository, "1").header("Accept", MANIFEST).GET());
        var digest = one.headers().firstValue("Docker-Content-Digest").orElseThrow();
        var list = "{\"schemaVersion\":2,\"mediaType\":\"" + LIST + "\",\"manifests\":[{\"mediaType\":\"" + MANIFEST
                + "\",\"digest\":\"" + digest + "\",\"size\":" + one.body().length()
                + ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}}]}";
        var put = manifest(repository, tag).header("Content-Type", LIST).PUT(BodyPublishers.ofString(list));
        assertThat(send(put).statusCode()).isEqualTo(201);
        return host() + "/" + repository + ":" + tag;
    }

    private HttpRequest.Builder manifest(String repository, String tag) {
        var pair = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://" + host() + "/v2/" + repository + "/manifests/" + tag))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** Has the engine know an image of this registry no more. */
    public void forget(Docker docker, String name) {
        try {
            docker.within(PATIENCE).removeImageCmd(name).exec();
        } catch (NotFoundException gone) {
            // It knows no such image.
        }
    }

    /** Ends the process, and has the engine know its images no more. */
    @Override
    public void close() {
        try (var docker = Docker.connect()) {
            tagged.forEach(name -> forget(docker, name));
        }
        process.destroy();
        process.onExit().join();
    }
}
