package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.LogRouter.fluentBit;
import static dev.stowage.dsl.task.LogRouter.fluentd;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Logs.routed;
import static dev.stowage.dsl.task.Logs.splunk;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.dsl.task.Retention;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.Whole;

/** Where what containers say goes: log groups, Splunk, or a router beside them. */
public final class Logging implements Blueprint {

    @Override
    public App describe() {
        var token = Secret.existing("splunk", parameter("SplunkToken"));
        var audit = LogGroup.of("audit")
                .called("/shop/audit")
                .keep(Retention.FIVE_YEARS)
                .count("refusals", "REFUSED");
        var rare = LogGroup.of("rare").encryptedBy(Key.of("logs")).infrequentAccess();
        var common = LogGroup.existing("common", id("/house/common"));

        var cluster = Cluster.of("logging", Vpc.of("main", "10.0.0.0/16").sharedNat());
        var kept = cluster.service(
                "kept",
                FargateTask.sized(HalfVcpu.GB_1)
                        .container(named("teller").logs(cloudWatch(audit).mustNotLose()))
                        .container(named("short")
                                .logs(cloudWatch(Retention.ONE_WEEK).buffer(25)))
                        .container(named("chosen")
                                .logs(cloudWatch(Whole.parameter("Days").orElse(30))))
                        .container(named("seldom").logs(cloudWatch(rare).entriesDated("%Y-%m-%d %H:%M:%S")))
                        .container(named("java").logs(cloudWatch(common).entriesBegin("\\d{4}-\\d{2}-\\d{2}"))));
        var sent = cluster.service(
                "sent",
                FargateTask.sized(HalfVcpu.GB_1)
                        .container(named("here")
                                .logs(splunk("https://splunk.example.com:8088", token)
                                        .option("splunk-index", "shop")))
                        .container(named("there").logs(splunk(Text.parameter("SplunkUrl"), token))));
        var routed = cluster.service(
                "routed",
                FargateTask.sized(HalfVcpu.GB_1)
                        .container(named("router").logRouter(fluentBit().configFile("/fluent-bit/extra.conf")))
                        .container(named("speaker")
                                .logs(routed().option("Name", "http")
                                        .option("Host", Text.parameter("LogHost"))
                                        .secret("http_User", token)
                                        .buffer(2_097_152))));
        var old = cluster.service(
                "old",
                FargateTask.sized(HalfVcpu.GB_1)
                        .container(named("collector").logRouter(fluentd().withoutMetadata()))
                        .container(named("talker").logs(routed().option("@type", "stdout"))));
        return Stack.of("logging", kept, sent, routed, old);
    }

    private static Container named(String name) {
        return Container.of(name, image("house/" + name + ":1.0"));
    }
}
