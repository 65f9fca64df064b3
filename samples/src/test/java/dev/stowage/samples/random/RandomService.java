package dev.stowage.samples.random;

import static dev.stowage.dsl.access.Permission.consume;
import static dev.stowage.dsl.access.Permission.decrypt;
import static dev.stowage.dsl.access.Permission.publish;
import static dev.stowage.dsl.access.Permission.read;
import static dev.stowage.dsl.access.Permission.send;
import static dev.stowage.dsl.access.Permission.write;
import static dev.stowage.dsl.cluster.Fargate.FARGATE;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.observe.Symptom.cpuAbove;
import static dev.stowage.dsl.observe.Symptom.errorsAbove;
import static dev.stowage.dsl.observe.Symptom.latencyAbove;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.service.Deployment.canary;
import static dev.stowage.dsl.service.Deployment.codeDeploy;
import static dev.stowage.dsl.service.Deployment.linear;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.service.Deployment.taskSets;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Match.from;
import static dev.stowage.dsl.traffic.Match.header;
import static dev.stowage.dsl.traffic.Match.host;
import static dev.stowage.dsl.traffic.Match.method;
import static dev.stowage.dsl.traffic.Match.path;
import static dev.stowage.dsl.traffic.Match.query;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.scaling.Steps;
import dev.stowage.dsl.service.Deployment;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.traffic.HttpRoute;
import dev.stowage.dsl.traffic.HttpsRoute;
import dev.stowage.dsl.traffic.Jwt;
import dev.stowage.dsl.traffic.Probe;
import dev.stowage.schema.expression.Whole;

/** A made-up service: behind a web listener, behind a port of the network balancer, called by name, or by itself. */
final class RandomService {

    private enum Way {
        WEB,
        PORT,
        NAME,
        NONE
    }

    private final Surroundings around;
    private final Dice dice;
    private final String name;
    private final int number;
    private final Way way;

    RandomService(Surroundings around, Dice dice, int number) {
        this.around = around;
        this.dice = dice;
        this.number = number;
        this.name = "s" + number;
        this.way = dice.any(Way.WEB, Way.values());
    }

    FargateService service() {
        var port = way == Way.WEB || way == Way.NAME ? http(8080) : tcp(8080);
        var service = around.cluster.service(name, new RandomTask(around, dice.apart(), name, port).task());
        service = where(allowed(counted(service)));
        return switch (way) {
            case WEB -> web(service);
            case PORT -> behindPort(service);
            case NAME -> named(service);
            case NONE ->
                dice.maybe(service, it -> it.deploy(rolling().minHealthy(50).rollbackOn(cpuAbove(90))));
        };
    }

    private FargateService counted(FargateService service) {
        return switch (dice.upTo(7)) {
            case 6 ->
                service.count(from(0).to(9).onLatency(around.queue, ofMinutes(5), ofMillis(250)))
                        .may(consume(around.queue));
            case 1 -> service.count(dice.upTo(9));
            case 2 -> service.count(Whole.parameter("Copies").orElse(2));
            case 3 -> service.count(from(2).to(9).onCpu(60).onMemory(70).cooldown(ofMinutes(2)));
            case 4 ->
                service.count(from(2).to(9)
                        .steps(Steps.cpu().above(60, 1).above(80, 3).below(30, 1)));
            case 5 ->
                service.count(from(1).to(9).onBacklog(around.queue, 100).at(cron("45 7 ? * MON-FRI *"), 5, 9))
                        .may(consume(around.queue));
            default -> service;
        };
    }

    private FargateService where(FargateService service) {
        var result = dice.maybe(service, it -> it.on(dice.any(FARGATE, FARGATE_SPOT)));
        result = dice.maybe(result, it -> it.in(SubnetKind.PUBLIC).publicAddress());
        result = dice.maybe(result, it -> it.reaches(around.database, tcp(5432)));
        result = dice.maybe(result, it -> it.graceful(ofSeconds(90)));
        result = dice.maybe(result, it -> dice.any(it.rebalanced(), it.withoutRebalancing()));
        result = dice.maybe(result, it -> it.tag("owner", name));
        result = dice.maybe(result, it -> it.joins(around.callers));
        return dice.maybe(result, it -> it.platform("1.4.0"));
    }

    private FargateService allowed(FargateService service) {
        var result = dice.maybe(service, it -> it.may(read(around.bucket), write(around.table)));
        result = dice.maybe(result, it -> it.may(send(around.queue), publish(around.topic)));
        return dice.maybe(result, it -> it.may(decrypt(around.key)));
    }

    private FargateService web(FargateService service) {
        var route = told(dice.any(
                around.front.path("/" + name + "/*"),
                around.front.when(path("/" + name), host("shop.example.com", "www.example.com")),
                around.front.when(path("/" + name), header("X-Version", "2"), method("GET")),
                around.front.when(path("/" + name), query("beta", "true"), from("10.0.0.0/8"))));
        return switch (dice.upTo(6)) {
            case 1 -> service.behind(plain(around.back.path("/" + name + "/*")));
            case 2 ->
                dice.maybe(
                                service,
                                it -> it.deploy(rolling()
                                        .maximum(150)
                                        .minHealthy(50)
                                        .circuitBreaker(5)
                                        .rollbackOn(errorsAbove(1), latencyAbove(ofMillis(800)))))
                        .behind(route);
            case 3 ->
                service.behind(route.jwt(Jwt.issuedBy("https://login.example.com", "https://login.example.com/keys")));
            case 4 ->
                service.count(2)
                        .behind(route)
                        .deploy(dice.any(taskSets(), taskSets().madeHere()));
            default -> service.behind(route).deploy(moved());
        };
    }

    private HttpRoute plain(HttpRoute route) {
        var plain = dice.maybe(route, it -> it.probe(Probe.http("/ready")));
        plain = dice.maybe(plain, it -> it.sticky(ofHours(1), "SHOP"));
        plain = dice.maybe(plain, it -> it.weightedRandom());
        return dice.maybe(plain, it -> it.rewritePath("^/" + name + "/(.*)$", "/$1"));
    }

    private HttpsRoute told(HttpsRoute route) {
        var told = dice.maybe(
                route,
                it -> it.probe(Probe.http("/health")
                        .every(ofSeconds(10))
                        .within(ofSeconds(5))
                        .healthyAfter(2)
                        .unhealthyAfter(3)
                        .expects("200-299")));
        told = dice.maybe(told, it -> it.sticky(ofHours(1)));
        told = dice.maybe(told, it -> it.drain(ofSeconds(dice.upTo(60))));
        return dice.maybe(told, it -> it.priority(1000 + number));
    }

    private Deployment moved() {
        var preview = around.preview.path("/" + name + "/*");
        return switch (dice.upTo(3)) {
            case 1 -> shift();
            case 2 -> dice.maybe(codeDeploy().canary(20, ofMinutes(10)), it -> it.preview(preview));
            default -> dice.maybe(codeDeploy().linear(10, ofMinutes(3)), it -> it.rollbackOn(errorsAbove(1)));
        };
    }

    private Deployment shift() {
        var shift = dice.any(blueGreen(), canary(10, ofMinutes(5)), linear(20, ofMinutes(3)));
        shift = dice.maybe(shift, it -> it.bake(ofMinutes(10)));
        shift = dice.maybe(shift, it -> it.preview(around.preview.path("/" + name + "/*")));
        return dice.maybe(shift, it -> it.rollbackOn(errorsAbove(2)));
    }

    private FargateService behindPort(FargateService service) {
        var route = dice.any(
                around.gate.tcp(9000 + number),
                around.gate.tls(9000 + number, around.certificate).proxyProtocol());
        route = dice.maybe(route, it -> it.probe(dice.any(Probe.connect(), Probe.http("/health"))));
        route = dice.maybe(route, it -> it.drain(ofSeconds(30)));
        return service.behind(route.to(tcp(8080)));
    }

    private FargateService named(FargateService service) {
        return switch (dice.upTo(4)) {
            case 1 -> service.offers(around.records.endpoint(name, tcp(8080)).keepsAddresses(ofSeconds(60)));
            case 2 ->
                service.deploy(blueGreen())
                        .offers(around.mesh.endpoint(name, http(8080)).preview("X-Version", "next"));
            case 3 -> service.offers(around.mesh.endpoint(name, tcp(8080)));
            default -> service.offers(around.records.endpoint(name, tcp(8080)));
        };
    }
}
