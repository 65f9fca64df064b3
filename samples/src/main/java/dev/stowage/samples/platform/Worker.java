package dev.stowage.samples.platform;

import static dev.stowage.dsl.access.Permission.consume;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.task.Image.image;

import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.app.Roots;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.FargateSize;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import java.util.List;

/**
 * A worker as our house builds them: a queue, and a service that drains it. A stack names it like a thing; its parts are there
 * for whoever sends to the queue.
 *
 * @param queue what it drains
 * @param service who drains it
 */
public record Worker(MessageQueue queue, FargateService service) implements Roots {

    private static final int MOST = 50;

    /**
     * What a team says of its worker.
     *
     * @param name what it is called
     * @param image what it runs
     * @param size how much each copy has
     * @param team who is called when it fails
     * @param most how many copies run at most, up to 50
     */
    public record Wanted(String name, String image, FargateSize size, String team, int most) {}

    /** A worker with everything that the house adds; what it does not allow is found at the line that asks for it. */
    public static Worker of(Cluster cluster, Wanted wanted) {
        var queue = MessageQueue.of(wanted.name() + "-jobs").tag("team", wanted.team());
        var container = Container.of("app", image(wanted.image()))
                .env("QUEUE", queue.url())
                .with(Platform::traced);
        var service = cluster.service(
                        wanted.name(), FargateTask.sized(wanted.size()).container(container))
                .count(from(1).to(wanted.most()).onBacklog(queue, 100))
                .may(consume(queue))
                .tag("team", wanted.team());
        return new Worker(queue, checked(service, wanted));
    }

    private static FargateService checked(FargateService service, Wanted wanted) {
        var result = service;
        if (wanted.most() > MOST) {
            result = result.refuse(
                    "house.worker.most",
                    "A worker of the house has " + MOST + " copies at most, and `" + wanted.name() + "` asks for "
                            + wanted.most() + ".",
                    "Ask for less, or talk to the platform team.");
        }
        if (wanted.image().indexOf(':') < 0) {
            result = result.warn(
                    "house.worker.image",
                    "`" + wanted.name() + "` runs an image without a version.",
                    "Name the version, as in shop/mails:1.4.");
        }
        return result;
    }

    @Override
    public List<Root> roots() {
        return List.of(queue, service);
    }
}
