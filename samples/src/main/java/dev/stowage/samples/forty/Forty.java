package dev.stowage.samples.forty;

import static dev.stowage.dsl.app.Locator.parameter;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.samples.platform.Platform;
import dev.stowage.samples.platform.Platform.Spec;
import dev.stowage.synth.Stowage;
import java.util.ArrayList;
import java.util.List;

/**
 * Forty services out of a list.
 *
 * @param specs the list
 */
public record Forty(List<Spec> specs) implements Blueprint {

    /** Does what the arguments ask, for the list of our house. */
    public static void main(String... args) {
        Stowage.run(new Forty(house()), args);
    }

    /** The list of our house: every fourth service is open to the world. */
    public static List<Spec> house() {
        var specs = new ArrayList<Spec>();
        for (var i = 1; i <= 40; i++) {
            specs.add(new Spec("service-" + i, "house/service-" + i + ":1", 512, 1024 * (1 + i % 4), 2, i % 4 == 0));
        }
        return specs;
    }

    @Override
    public App describe() {
        var network = Vpc.existing("main", parameter("Network"));
        var cluster = Cluster.of("house", network);
        var https = LoadBalancer.internetFacing("front", network)
                .https(Certificate.existing("house", parameter("Certificate")));

        var services = new ArrayList<Service>();
        for (var spec : specs) {
            services.add(Platform.web(cluster, https, spec));
        }
        var owned = services.stream().map(Platform::owned).toList();

        return Stack.of("house", owned).and(cluster);
    }
}
