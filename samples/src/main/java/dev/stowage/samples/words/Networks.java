package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.exported;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.grpc;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.task.Port.tcp;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.AccessLogFormat;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Text;

/** Networks made here and found, the names in them, and who answers under which. */
public final class Networks implements Blueprint {

    @Override
    public App describe() {
        // Made here: cut off from the internet, with a way to what its tasks need of AWS.
        var vault = Vpc.of("vault", "10.8.0.0/16")
                .isolated()
                .endpoints("secretsmanager", "sqs")
                .flowLogs();
        var thrifty = Vpc.of("thrifty", "10.12.0.0/16")
                .withoutNat()
                .endpointsForTasks()
                .flowLogs(Bucket.of("traffic"));
        var small = Vpc.of("small", Text.parameter("Range").orElse("10.9.0.0/16"))
                .zones(2)
                .sharedNat();

        // Found: by its facts, or by what others handed over.
        var known = Vpc.existing("known", id("vpc-0a1b2c3d4e5f60718"))
                .publicSubnets("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712")
                .privateSubnets("subnet-0a1b2c3d4e5f60713", "subnet-0a1b2c3d4e5f60714")
                .isolatedSubnets("subnet-0a1b2c3d4e5f60715", "subnet-0a1b2c3d4e5f60716");
        var handed = Vpc.existing("handed", exported("network-Vpc"))
                .publicSubnets(ssm("/network/public-subnets"))
                .privateSubnets(exported("network-PrivateSubnets"))
                .isolatedSubnets(parameter("IsolatedSubnets"));

        // Names to be called by.
        var mesh = small.namespace("mesh");
        var house = Namespace.existing("house", id("ns-abcdefghijklmnop"), known);
        var orders = mesh.endpoint("orders", http(8080)).timeout(ofSeconds(5)).encrypted(parameter("Authority"));
        var stream = mesh.endpoint("stream", grpc(9090)).idle(ofMinutes(30)).preview("X-Version", "next");
        var cache =
                small.dnsNamespace("data.internal").endpoint("cache", tcp(6379)).keepsAddresses(ofSeconds(30));
        var relay = thrifty.publicNamespace("peers.example.com").endpoint("relay", tcp(2525));
        var mail = house.endpoint("mail", tcp(2525));

        var asking = Container.of("api", image("mesh/orders:1.0"))
                .port(http(8080))
                .port(grpc(9090))
                .env("CACHE_HOST", cache.host())
                .env("CACHE", cache.address())
                .env("SELF", orders.url("/orders"));
        var api = Cluster.of("mesh", small)
                .service("orders", task(asking))
                .accessLogs(AccessLogFormat.JSON)
                .offers(orders)
                .offers(stream, grpc(9090))
                .deploy(blueGreen())
                .calls(cache);
        var keeper = Cluster.of("cache", small)
                .service(
                        "cache",
                        task(Container.of("valkey", image("valkey/valkey:8.1")).port(tcp(6379))))
                .offers(cache);
        var post = Cluster.existing("post", id("post"), known)
                .service(
                        "mail",
                        task(Container.of("mail", image("house/mail:3.1")).port(tcp(2525))))
                .in(SubnetKind.ISOLATED)
                .offers(mail);
        var handing = Cluster.of("thrifty", thrifty)
                .service(
                        "relay",
                        task(Container.of("relay", image("123456789012.dkr.ecr.eu-central-1.amazonaws.com/relay:1"))
                                .port(tcp(2525))))
                .offers(relay);
        var quiet = Cluster.of("vault", vault)
                .service(
                        "vault",
                        task(Container.of("vault", image("123456789012.dkr.ecr.eu-central-1.amazonaws.com/vault:1"))));

        // Security groups: our own, to be named by others, and those of others.
        var callers = SecurityGroup.of("callers", handed);
        var database = SecurityGroup.existing("database", id("sg-0a1b2c3d4e5f60718"));
        var guests = Cluster.of("guests", handed);
        var guest = guests.service("guest", task(Container.of("guest", image("house/guest:1.0"))))
                .joins(callers)
                .reaches(database, tcp(5432));
        var night = guests.schedule("night", task(Container.of("night", image("house/night:1.0"))), cron("0 3 * * ? *"))
                .joins(callers)
                .reaches(database, tcp(5432));

        var count = guest.job("count");

        return Stack.of("networks", api, keeper, post, handing, quiet, guest, count, night)
                .output("Callers", callers.id());
    }

    private static FargateTask task(Container container) {
        return FargateTask.sized(QuarterVcpu.MB_512).container(container);
    }
}
