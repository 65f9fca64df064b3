package programs.lines;

import static dev.stowage.dsl.app.Locator.id;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import programs.house.House;
import programs.house.House.Spec;

/** Forty services of one platform library: from a list in a loop, and by calls of their own. */
record Forty(boolean isLoop) implements Blueprint {

    @Override
    public App describe() {
        var cluster = Cluster.of("shop", Vpc.existing("main", id("vpc-1")));
        return Stack.of("shop", isLoop ? looped(cluster) : called(cluster));
    }

    private static List<FargateService> looped(Cluster cluster) {
        var specs = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Spec("s" + i, 256, 1024, i))
                .toList();
        var services = new ArrayList<FargateService>();
        for (var spec : specs) {
            services.add(House.web(cluster, spec)); // <- loop
        }
        return services;
    }

    // formatter:off
    private static List<FargateService> called(Cluster cluster) {
        return List.of(
                House.web(cluster, new Spec("s1", 256, 512, 1)),
                House.web(cluster, new Spec("s2", 1024, 4096, 2)),
                House.web(cluster, new Spec("s3", 2048, 8192, 3)),
                House.web(cluster, new Spec("s4", 256, 1024, 4)),
                House.web(cluster, new Spec("s5", 512, 2048, 0)),
                House.web(cluster, new Spec("s6", 1024, 4096, 1)),
                House.web(cluster, new Spec("s7", 2048, 8192, 2)),
                House.web(cluster, new Spec("s8", 256, 1024, 3)),
                House.web(cluster, new Spec("s9", 512, 2048, 4)),
                House.web(cluster, new Spec("s10", 1024, 4096, 0)),
                House.web(cluster, new Spec("s11", 2048, 8192, 1)),
                House.web(cluster, new Spec("s12", 256, 1024, 2)),
                House.web(cluster, new Spec("s13", 512, 2048, 3)),
                House.web(cluster, new Spec("s14", 1024, 4096, 4)),
                House.web(cluster, new Spec("s15", 2048, 8192, 0)),
                House.web(cluster, new Spec("s16", 256, 1024, 1)),
                House.web(cluster, new Spec("s17", 512, 2048, 2)),
                House.web(cluster, new Spec("s18", 1024, 4096, 3)),
                House.web(cluster, new Spec("s19", 2048, 8192, 4)),
                House.web(cluster, new Spec("s20", 256, 1024, 0)),
                House.web(cluster, new Spec("s21", 512, 2048, 1)),
                House.web(cluster, new Spec("s22", 1024, 4096, 2)),
                House.web(cluster, new Spec("s23", 2048, 8192, 3)),
                House.web(cluster, new Spec("s24", 256, 1024, 4)),
                House.web(cluster, new Spec("s25", 512, 2048, 0)),
                House.web(cluster, new Spec("s26", 1024, 4096, 1)),
                House.web(cluster, new Spec("s27", 2048, 8192, 2)),
                House.web(cluster, new Spec("s28", 256, 1024, 3)),
                House.web(cluster, new Spec("s29", 512, 2048, 4)),
                House.web(cluster, new Spec("s30", 1024, 4096, 0)),
                House.web(cluster, new Spec("s31", 2048, 8192, 1)),
                House.web(cluster, new Spec("s32", 256, 1024, 2)),
                House.web(cluster, new Spec("s33", 512, 2048, 3)),
                House.web(cluster, new Spec("s34", 1024, 4096, 4)),
                House.web(cluster, new Spec("s35", 2048, 8192, 0)),
                House.web(cluster, new Spec("s36", 256, 1024, 1)),
                House.web(cluster, new Spec("s37", 512, 2048, 2)),
                House.web(cluster, new Spec("s38", 1024, 4096, 3)),
                House.web(cluster, new Spec("s39", 2048, 8192, 4)),
                House.web(cluster, new Spec("s40", 256, 1024, 0)));
    }
    // formatter:on
}
