package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.exported;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import java.util.List;

/** Networks made here and found, and the security groups that things share in them. */
public final class Networks implements Blueprint {

    @Override
    public App describe() {
        var callers = SecurityGroup.of("callers", handed());
        return Stack.of("networks", post(), quiet(), relay())
                .and(guests(callers))
                .output("Callers", callers.id());
    }

    /** Found by its facts. */
    private static FargateService post() {
        var known = Vpc.existing("known", id("vpc-0a1b2c3d4e5f60718"))
                .publicSubnets("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712")
                .privateSubnets("subnet-0a1b2c3d4e5f60713", "subnet-0a1b2c3d4e5f60714")
                .isolatedSubnets("subnet-0a1b2c3d4e5f60715", "subnet-0a1b2c3d4e5f60716");
        var mail = Namespace.existing("house", id("ns-abcdefghijklmnop"), known).endpoint("mail", tcp(2525));
        return Cluster.existing("post", id("post"), known)
                .service(
                        "mail",
                        task(Container.of("mail", image("house/mail:3.1")).port(tcp(2525))))
                .in(SubnetKind.ISOLATED)
                .offers(mail);
    }

    /** Made here: cut off from the internet, with a way to what its tasks need of AWS. */
    private static FargateService quiet() {
        var vault = Vpc.of("vault", "10.8.0.0/16")
                .isolated()
                .endpoints("secretsmanager", "sqs")
                .flowLogs();
        return Cluster.of("vault", vault)
                .service(
                        "vault",
                        task(Container.of("vault", image("123456789012.dkr.ecr.eu-central-1.amazonaws.com/vault:1"))
                                .env("NETWORK", vault.id())));
    }

    /** Made here, without what costs by the hour. */
    private static FargateService relay() {
        var thrifty = Vpc.of("thrifty", "10.12.0.0/16")
                .withoutNat()
                .endpointsForTasks()
                .flowLogs(Bucket.of("traffic"));
        var relay = thrifty.publicNamespace("peers.example.com").endpoint("relay", tcp(2525));
        return Cluster.of("thrifty", thrifty)
                .service(
                        "relay",
                        task(Container.of("relay", image("123456789012.dkr.ecr.eu-central-1.amazonaws.com/relay:1"))
                                .port(tcp(2525))))
                .offers(relay);
    }

    /** Handed over by others when the stack is deployed. */
    private static Vpc handed() {
        return Vpc.existing("handed", exported("network-Vpc"))
                .publicSubnets(ssm("/network/public-subnets"))
                .privateSubnets(exported("network-PrivateSubnets"))
                .isolatedSubnets(parameter("IsolatedSubnets"));
    }

    /** Security groups: our own, to be named by others, and those of others. */
    private static List<Root> guests(SecurityGroup callers) {
        var database = SecurityGroup.existing("database", id("sg-0a1b2c3d4e5f60718"));
        var guests = Cluster.of("guests", handed());
        var guest = guests.service("guest", task(Container.of("guest", image("house/guest:1.0"))))
                .joins(callers)
                .reaches(database, tcp(5432));
        var night = guests.schedule("night", task(Container.of("night", image("house/night:1.0"))), cron("0 3 * * ? *"))
                .joins(callers)
                .reaches(database, tcp(5432));
        return List.of(guest, guest.job("count"), night);
    }

    private static FargateTask task(Container container) {
        return FargateTask.sized(QuarterVcpu.MB_512).container(container);
    }
}
