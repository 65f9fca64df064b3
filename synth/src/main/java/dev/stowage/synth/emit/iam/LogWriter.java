package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.app.Thing;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import java.util.List;

/** A role with which a service of AWS writes to one log group. */
public final class LogWriter {

    private LogWriter() {}

    /**
     * Adds the role.
     *
     * @param thing whose role
     * @param suffix the end of its logical id
     * @param writer who writes, such as {@code vpc-flow-logs.amazonaws.com}
     * @param group the Amazon resource name of the group
     * @param at why there is a role
     */
    public static void emit(Thing thing, String suffix, String writer, Node group, Said at, Emission out) {
        var policy = new Policy();
        policy.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"), List.of(group));
        var role = IamRole.of()
                .assumeRolePolicyDocument(Policy.trust(writer))
                .policies(IamRole.Policy.of().policyName(suffix).policyDocument(policy.document()));
        out.add(Draft.of(thing, suffix, IamRole.TYPE, role).at(at));
    }
}
