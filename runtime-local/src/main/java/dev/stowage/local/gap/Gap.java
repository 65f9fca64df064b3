package dev.stowage.local.gap;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Origin;

/**
 * A difference between a local run and AWS. An ERROR stops the run before it starts; anything else is told once for each
 * thing, and the run takes the fallback that the explanation of the difference names.
 */
public enum Gap {
    /** Something of AWS that has no credentials, and no endpoint on this machine. */
    ADDR(Severity.WARNING),
    /** An alarm that nothing local feeds. */
    ALARM(Severity.NOTE),
    /** A route of an API that leads to nothing local. */
    API(Severity.NOTE),
    /** Images for another architecture. */
    ARCH(Severity.WARNING),
    /** A sign-in or token check before a target. */
    AUTH(Severity.WARNING),
    /** Zones. */
    AZ(Severity.NOTE),
    /** A bake time that is not given. */
    BAKE(Severity.NOTE),
    /** An image that cannot be built. */
    BUILD(Severity.ERROR),
    /** A certificate of ACM. */
    CERT(Severity.NOTE),
    /** A Classic Load Balancer. */
    CLB(Severity.ERROR),
    /** A container whose command is not in its image. */
    COMMAND(Severity.ERROR),
    /** A mistake in {@code local.yaml}, the secrets file or a file of parameters. */
    CONFIG(Severity.ERROR),
    /** More CPU or memory than this machine has. */
    CPU_CAP(Severity.WARNING),
    /** Tasks that run and then exit, again and again. */
    CRASHLOOP(Severity.WARNING),
    /** A task definition that no task can be made of. */
    DEFINITION(Severity.ERROR),
    /** A deployment other than a rolling one. */
    DEPLOYMENT(Severity.NOTE),
    /** EBS volumes. */
    EBS(Severity.NOTE),
    /** EFS file systems. */
    EFS(Severity.NOTE),
    /** The Docker engine itself. */
    ENGINE(Severity.ERROR),
    /** The size of ephemeral storage. */
    EPHEMERAL(Severity.NOTE),
    /** Recording and encryption of sessions. */
    EXEC(Severity.NOTE),
    /** A container that ends as soon as it begins. */
    EXIT(Severity.ERROR),
    /** Fargate itself. */
    FARGATE(Severity.NOTE),
    /** Fault injection. */
    FAULT(Severity.NOTE),
    /** GPUs and accelerators. */
    GPU(Severity.ERROR),
    /** A health check that cannot run. */
    HEALTH(Severity.ERROR),
    /** A Lambda function that a deployment asks. */
    HOOK(Severity.NOTE),
    /** A port of this machine that is taken. */
    HOST_PORT(Severity.ERROR),
    /** IAM policies. */
    IAM(Severity.NOTE),
    /** VPC Lattice. */
    LATTICE(Severity.NOTE),
    /** A listener that others made, to which rules are added. */
    LISTENER(Severity.NOTE),
    /** A log driver that this engine does not have. */
    LOGDRIVER(Severity.NOTE),
    /** A container that used more memory than it may. */
    MEMORY(Severity.ERROR),
    /** A network that the engine cannot make or remove. */
    NETWORK(Severity.ERROR),
    /** Network load balancers. */
    NLB(Severity.NOTE),
    /** A port that this user may not listen on. */
    PORT(Severity.NOTE),
    /** App Mesh. */
    APPMESH(Severity.WARNING),
    /** An image that cannot be had. */
    REGISTRY(Severity.ERROR),
    /** A database, a cache or the like whose address a task is told. */
    RESOURCE(Severity.WARNING),
    /** A task role without credentials. */
    ROLE(Severity.NOTE),
    /** Service Connect without its proxy. */
    SC(Severity.NOTE),
    /** Auto scaling. */
    SCALING(Severity.NOTE),
    /** A secret or parameter without a local value. */
    SECRET(Severity.ERROR),
    /** Security groups. */
    SG(Severity.NOTE),
    /** Spot. */
    SPOT(Severity.NOTE),
    /** Limits of a task as a whole. */
    TASK_LIMIT(Severity.NOTE),
    /** What only CloudFormation works out: transforms, loops, custom resources. */
    TEMPLATE(Severity.WARNING),
    /** A clock that goes faster. */
    TIME(Severity.NOTE),
    /** A value that nothing gives. */
    VALUE(Severity.ERROR),
    /** A volume without a local form. */
    VOLUME(Severity.ERROR),
    /** Web ACLs. */
    WAF(Severity.NOTE),
    /** Windows. */
    WINDOWS(Severity.ERROR);

    private final RuleId id;
    private final Severity severity;

    Gap(Severity severity) {
        this.id = RuleId.of("LOCAL-" + name().replace('_', '-'));
        this.severity = severity;
    }

    /** Its name in reports, and for {@code explain}: {@code LOCAL-SG}. */
    public RuleId id() {
        return id;
    }

    /** Whether it stops a run, or is worth a look. */
    public Severity severity() {
        return severity;
    }

    /** That it matters here: one sentence that says what is different, and of what. */
    public Diagnostic at(Origin at, String message) {
        return Diagnostic.of(id, severity, at, message);
    }
}
