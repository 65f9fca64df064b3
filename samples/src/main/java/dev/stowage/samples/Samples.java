package dev.stowage.samples;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.samples.forty.Forty;
import java.util.List;

/** All samples, for whatever has to hold for each of them. */
public final class Samples {

    private Samples() {}

    /** Each sample once; a sample with several settings once for each. */
    public static List<Blueprint> all() {
        return List.of(
                new Quickstart(),
                new Shop(Shop.Stage.PROD),
                new Shop(Shop.Stage.DEV),
                new ThreeStacks(),
                new Environments(Environments.DEV),
                new Environments(Environments.STAGE),
                new Environments(Environments.PROD),
                new Peers(),
                new Mesh(),
                new Nightly(),
                new Inbox(),
                new Worker(),
                new Backoffice(),
                new Workers(),
                new BlueGreen(),
                new CodeDeployCanary(),
                new External(),
                new Doors(),
                new Gateway(),
                new Forty(Forty.house()));
    }
}
