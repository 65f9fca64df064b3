package dev.stowage.local.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Makes an image of a tar archive, with no registry and no build. */
final class ImageImport {

    /** Usually 50 ms; once 30 s were seen. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private ImageImport() {}

    /** Imports an archive under that name, with those lines of a Dockerfile over it. */
    static void run(Docker docker, String repository, String tag, byte[] archive, String... changes) {
        var query = new StringBuilder("/images/create?fromSrc=-&repo=" + encoded(repository) + "&tag=" + encoded(tag));
        List.of(changes).forEach(line -> query.append("&changes=").append(encoded(line)));
        var request = Request.builder()
                .method(Request.Method.POST)
                .path(docker.path(query.toString()))
                // With any other content type the engine may read the archive as a form, and import an empty image.
                .putHeader("Content-Type", "application/x-tar")
                .bodyBytes(archive)
                .build();
        try (var response = docker.http(PATIENCE).execute(request)) {
            var said = read(response.getBody());
            if (response.getStatusCode() != 200 || said.contains("\"error\"")) {
                throw new IllegalStateException(
                        "image " + repository + ":" + tag + " cannot be imported: " + said.strip());
            }
        }
    }

    private static String read(InputStream body) {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
