package example.shop;

import dev.stowage.schema.diagnostic.format.Thing;
import example.house.House;
import example.toolbox.Toolbox;
import java.util.List;
import java.util.stream.Stream;

/** A user's program; the tests name its lines. */
public final class Shop {

    // formatter:off
    public static Thing chain() {
        return Thing.of("storefront")
                .count(3)
                .graceful(10);
    }
    // formatter:on

    public static Thing twiceOnOneLine() {
        return Thing.of("storefront").count(1).count(2);
    }

    public static Thing describe() {
        return helped("storefront");
    }

    private static Thing helped(String name) {
        return Thing.of(name).graceful(10);
    }

    public static List<Thing> loop() {
        return Stream.of("a", "b").map(name -> Thing.of(name).graceful(10)).toList();
    }

    public static List<Thing> reference() {
        return Stream.of("a", "b").map(House::service).toList();
    }

    public static Thing house() {
        return House.service("storefront");
    }

    public static Thing habit() {
        return Thing.of("storefront").with(House.careful());
    }

    public static Thing made() {
        return new House("storefront").service();
    }

    public static Thing toolbox() {
        return Toolbox.service("storefront");
    }

    // formatter:off
    public static Thing tabbed() {
		return	Thing.of("storefront").graceful(10);
    }
    // formatter:on
}
