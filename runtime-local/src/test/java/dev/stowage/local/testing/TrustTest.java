package dev.stowage.local.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.traffic.LocalAuthority;
import dev.stowage.local.traffic.Traffic;
import dev.stowage.local.traffic.TrafficSettings;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of a test to listeners in TLS. */
@Behaviour("14.7")
class TrustTest {

    @Test
    void aTestTrustsItsOwnListenersAndNobodyElseDoes(@TempDir Path folder) throws IOException, InterruptedException {
        var rules = ListenerRules.<Action>of(List.of(), new Action.Respond(200, "text/plain", "well"));
        var listener = Listener.http("shop:443", 443, rules).speaking(Listener.Protocol.HTTPS, List.of());
        try (var traffic = Traffic.open(TrafficSettings.STANDARD.keptIn(folder), () -> {})) {
            var served = traffic.serve(List.of(Balancer.of("shop", List.of(listener))), List.of());
            var request = HttpRequest.newBuilder(
                            URI.create(served.addresses().get(0).url() + "/"))
                    .build();
            var certificate = LocalAuthority.trust(folder);

            assertThat(Trust.client(certificate)
                            .send(request, BodyHandlers.ofString())
                            .body())
                    .isEqualTo("well");
            var stranger = Trust.client(folder.resolve("none.pem"));
            assertThatThrownBy(() -> stranger.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(SSLException.class);
        }
    }
}
