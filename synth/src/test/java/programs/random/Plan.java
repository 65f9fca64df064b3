package programs.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A made-up app as data, so that a variation of it is one more item in a list.
 *
 * @param seed what the shared places are like
 * @param stacks how many stacks hold services beside the shared one; 0 for one stack of everything
 * @param services the services
 */
record Plan(long seed, int stacks, List<Item> services) {

    /**
     * A service.
     *
     * @param name its name
     * @param seed what it is like
     * @param stack which of the stacks holds it
     * @param routes the routes that lead to it
     */
    record Item(String name, long seed, int stack, List<Way> routes) {

        Item plus(Way route) {
            return new Item(name, seed, stack, Plan.plus(routes, route));
        }
    }

    /**
     * A route.
     *
     * @param isInside whether it belongs to the balancer that the internet cannot reach
     * @param path its path
     * @param host its host; empty for any
     * @param isSecondPort whether it leads to the second port of its service
     */
    record Way(boolean isInside, String path, String host, boolean isSecondPort) {}

    /** The plan of a seed. */
    static Plan of(long seed) {
        var random = new Random(seed);
        var plan = new Plan(seed, random.nextInt(3), List.of());
        for (var i = 1 + random.nextInt(6); i > 0; i--) {
            plan = plan.withService(random);
        }
        return plan;
    }

    /** The same plan and one more service, unlike any other in its name and routes. */
    Plan withService(Random random) {
        var ways = new ArrayList<Way>();
        for (var i = random.nextInt(4); i > 0; i--) {
            ways.add(way(random));
        }
        var item = new Item("s-" + services.size(), random.nextLong(), random.nextInt(Math.max(1, stacks)), ways);
        return new Plan(seed, stacks, plus(services, item));
    }

    /** The same plan; a service has one more route. */
    Plan withRoute(int service, Random random) {
        var items = new ArrayList<>(services);
        items.set(service, items.get(service).plus(way(random)));
        return new Plan(seed, stacks, items);
    }

    private static Way way(Random random) {
        var path = "/" + Long.toString(random.nextLong() >>> 1, 36) + (random.nextBoolean() ? "/*" : "");
        return new Way(random.nextBoolean(), path, random.nextInt(3) == 0 ? "shop.example" : "", random.nextBoolean());
    }

    private static <T> List<T> plus(List<T> list, T item) {
        var more = new ArrayList<>(list);
        more.add(item);
        return Collections.unmodifiableList(more);
    }
}
