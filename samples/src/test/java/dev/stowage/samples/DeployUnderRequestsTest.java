package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.testing.LocalEcs;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stack on Docker that goes over to its next version while somebody asks it again and again. */
class DeployUnderRequestsTest {

    @RegisterExtension
    static final Busybox image = new Busybox();

    @RegisterExtension
    static final LocalEcs stack = LocalEcs.of(new OneWord("one"));

    @Test
    void failsNoRequestWhileTheAnswerChanges() {
        assertThat(stack.get("/").body()).isEqualTo("one\n");

        var isDeployed = new AtomicBoolean();
        var asking = CompletableFuture.supplyAsync(() -> answersUntil(isDeployed));
        try {
            stack.deploy(new OneWord("two"));
        } finally {
            isDeployed.set(true);
        }

        var answers = asking.join();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers).extracting(HttpResponse::body).contains("one\n", "two\n");
        assertThat(stack.get("/").body()).isEqualTo("two\n");
        assertThat(stack.service("telling").tasks()).hasSize(2).allMatch(task -> task.revision() == 2);
    }

    private static List<HttpResponse<String>> answersUntil(AtomicBoolean isDeployed) {
        var answers = new ArrayList<HttpResponse<String>>();
        while (!isDeployed.get()) {
            answers.add(stack.get("/"));
        }
        return answers;
    }
}
