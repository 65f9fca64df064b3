package dev.stowage.synth.emit.ec2;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.Ec2FlowLog;
import dev.stowage.schema.resource.LogsLogGroup;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;
import dev.stowage.synth.emit.iam.LogWriter;
import dev.stowage.synth.emit.s3.BucketEmitter;
import java.util.List;

/** A record of who spoke with whom in a network, kept in CloudWatch for 30 days, or in a bucket. */
final class FlowLogs {

    private static final String GROUP = "FlowLogGroup";
    private static final String ROLE = "FlowLogRole";
    private static final int DAYS = 30;

    private FlowLogs() {}

    /** Adds the record of a network, and the role with which it is written. */
    static void emit(Vpc network, Emission out) {
        var at = network.particulars().at("flowLogs");
        if (network.flowLogBucket().isPresent()) {
            inBucket(network, out.estate().current(network.flowLogBucket().get()), at, out);
            return;
        }
        out.add(Draft.of(
                        network,
                        GROUP,
                        LogsLogGroup.TYPE,
                        LogsLogGroup.of().said(at).retentionInDays(DAYS))
                .kind(Kind.LOG_GROUP)
                .at(at));
        LogWriter.emit(network, ROLE, "vpc-flow-logs.amazonaws.com", out.ref(network, GROUP, "Arn"), at, out);
        var log = Ec2FlowLog.of()
                .said(at)
                .resourceId(out.ref(network, VpcEmitter.VPC))
                .resourceType("VPC")
                .trafficType("ALL")
                .logDestinationType("cloud-watch-logs")
                .logGroupName(out.ref(network, GROUP))
                .deliverLogsPermissionArn(out.ref(network, ROLE, "Arn"));
        out.add(Draft.of(network, "FlowLog", Ec2FlowLog.TYPE, log).at(at));
    }

    /** The bucket lets the network write by its policy, which has to stand first: VPC looks whether it may. */
    private static void inBucket(Vpc network, Bucket bucket, Said at, Emission out) {
        var log = Ec2FlowLog.of()
                .said(at)
                .resourceId(out.ref(network, VpcEmitter.VPC))
                .resourceType("VPC")
                .trafficType("ALL")
                .logDestinationType("s3")
                .logDestination(Arns.of(bucket, "", out));
        var draft = Draft.of(network, "FlowLog", Ec2FlowLog.TYPE, log).at(at);
        out.add(
                out.estate().isOwner(out.stack(), bucket)
                        ? draft.after(List.of(BucketEmitter.policy(bucket, out)))
                        : draft);
    }
}
