package dev.stowage.samples.random;

import static dev.stowage.dsl.access.Permission.write;
import static dev.stowage.dsl.schedule.EventPattern.created;
import static dev.stowage.dsl.schedule.EventPattern.source;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.schedule.Schedule.every;
import static dev.stowage.dsl.task.Port.tcp;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.gateway.ApiRoute;
import dev.stowage.dsl.gateway.Cors;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.observe.Metric;
import dev.stowage.dsl.schedule.EventRule;
import dev.stowage.dsl.schedule.ScheduledTask;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A made-up program over the whole language.
 *
 * @param seed the same program for the same seed
 */
public record RandomProgram(long seed) implements Blueprint {

    @Override
    public App describe() {
        var dice = new Dice(seed);
        var around = new Surroundings(dice.apart());
        var shared = new ArrayList<Root>(List.of(around.network, around.cluster));
        var roots = new ArrayList<Root>();
        addServices(around, dice, roots);
        addOthers(around, dice, roots);
        roots.addAll(shared);
        var stack = Stack.of("random", roots).output("Address", around.front.url());
        return dice.any(stack, App.of(stack.tag("team", "shop")));
    }

    private static void addServices(Surroundings around, Dice dice, List<Root> roots) {
        for (var i = dice.upTo(4); i > 0; i--) {
            var service = new RandomService(around, dice.apart(), i).service();
            roots.add(service);
            if (dice.onceIn(4)) {
                roots.add(service.job("migrate-" + i).command("bin/migrate").may(write(around.bucket)));
            }
        }
    }

    private static void addOthers(Surroundings around, Dice dice, List<Root> roots) {
        if (dice.onceIn(3)) {
            roots.add(nightly(around, dice.apart()));
        }
        if (dice.onceIn(4)) {
            roots.add(started(around, dice.apart()));
        }
        if (dice.onceIn(4)) {
            roots.add(api(around, dice.apart()));
        }
        if (dice.onceIn(3)) {
            roots.add(alarm(around, dice.apart()));
        }
    }

    private static ScheduledTask nightly(Surroundings around, Dice dice) {
        var task = new RandomTask(around, dice.apart(), "nightly", tcp(8080)).task();
        var when = dice.any(every(ofMinutes(15)), cron("0 3 * * ? *").in(ZoneId.of("Europe/Berlin")));
        var nightly = around.cluster.schedule("nightly", task, when);
        nightly = dice.maybe(nightly, it -> it.retry(2).giveUpAfter(ofHours(1)));
        nightly = dice.maybe(nightly, it -> it.within(ofMinutes(5)));
        nightly = dice.maybe(nightly, it -> it.deadLetters(around.queue));
        return dice.maybe(nightly, it -> it.count(2));
    }

    private static EventRule started(Surroundings around, Dice dice) {
        var task = new RandomTask(around, dice.apart(), "started", tcp(8080)).task();
        var events = dice.any(source("shop").type("Order Placed").detail("state", "new"), created(around.bucket));
        var rule = dice.any(
                around.cluster.rule("started", task, events),
                around.cluster.rule("started", task, every(ofMinutes(15))));
        return dice.maybe(rule, it -> it.deadLetters(MessageQueue.of("lost")));
    }

    private static HttpApi api(Surroundings around, Dice dice) {
        var api = HttpApi.of("api", around.network)
                .route(ApiRoute.otherwise().to(around.front).serverName("shop.example.com"));
        api = dice.maybe(api, it -> it.cors(Cors.from("https://shop.example.com")));
        return dice.maybe(api, HttpApi::withoutAccessLogs);
    }

    private static Alarm alarm(Surroundings around, Dice dice) {
        var full = Alarm.of("full", around.queue.waiting().every(ofMinutes(5)).atLeast(1000));
        var other = Metric.of("AWS/RDS", "WriteIOPS").by("DBInstanceIdentifier", "ledger");
        var busy = Alarm.of(
                "busy", dice.any(other.average(), other.maximum()).above(5_000).times(2, 3));
        return dice.maybe(dice.any(full, Alarm.anyOf("either", full, busy)), it -> it.tells(Topic.of("pager")));
    }
}
