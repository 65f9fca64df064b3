package example.toolbox;

import dev.stowage.schema.diagnostic.format.Thing;

/** A company's library that does not say that it is one. */
public final class Toolbox {

    private Toolbox() {}

    public static Thing service(String name) {
        return Thing.of(name).graceful(10);
    }
}
