package example.house;

import dev.stowage.schema.diagnostic.format.Thing;
import java.util.function.UnaryOperator;

/** What a company adds to every service. */
public final class House {

    private final Thing service;

    public House(String name) {
        this.service = Thing.of(name).graceful(10);
    }

    public Thing service() {
        return service;
    }

    public static Thing service(String name) {
        return probed(Thing.of(name));
    }

    private static Thing probed(Thing service) {
        return service.graceful(10);
    }

    public static UnaryOperator<Thing> careful() {
        return service -> service.graceful(10);
    }
}
