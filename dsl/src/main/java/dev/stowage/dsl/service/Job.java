package dev.stowage.dsl.service;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.fargate.FargateSize;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A task that runs once, when somebody asks: a migration, a repair. It is the task of its service, with the same images,
 * environment and permissions, in the same subnets and security group; when its main container ends, it ends. Its stack shows
 * the command that runs it. It belongs to the stack that names it. Service Connect does not reach it: it calls through load
 * balancers and address records. Make one with {@link Replica#job}.
 */
@ValueStyle
@Value.Immutable
public sealed interface Job extends Named<Job>, Root, Runner permits ImmutableJob {

    /** A job of this service. */
    static Job of(String name, Service service) {
        return ImmutableJob.of(Particulars.of("job", name, "job"), service);
    }

    /** Runs this command in the main container: the first that is essential. */
    default Job command(String first, String... others) {
        var command = new ArrayList<String>(others.length + 1);
        command.add(first);
        command.addAll(List.of(others));
        return said("command").withCommand(command);
    }

    /** Has this much; left out, as much as its service. */
    default Job sized(FargateSize size) {
        return said("sized").withSize(size);
    }

    /** Lets its code do this, beside what its service may do. */
    default Job may(Permission first, Permission... others) {
        var all = new ArrayList<>(further());
        all.add(first);
        all.addAll(List.of(others));
        return said("may").withFurther(all);
    }

    /** The same job of this version of its service. */
    default Job of(Service version) {
        return ImmutableJob.copyOf(this).withService(version);
    }

    private ImmutableJob said(String word) {
        return ImmutableJob.copyOf(this).withParticulars(particulars().said(word));
    }

    @Override
    Particulars particulars();

    @Override
    default Job particulars(Particulars particulars) {
        return ImmutableJob.copyOf(this).withParticulars(particulars);
    }

    @Override
    default String key() {
        return "job of " + service().key() + "/" + name();
    }

    /** Whose job it is. */
    Service service();

    /** What its main container runs; empty for the container's own command. */
    List<String> command();

    /** How much it has. */
    Optional<FargateSize> size();

    /** What it may do beside its service. */
    List<Permission> further();

    @Override
    default FargateTask task() {
        return ((FargateTask) service().task()).once(command(), size());
    }

    @Override
    default List<Permission> permissions() {
        var all = new ArrayList<>(service().permissions());
        all.addAll(further());
        return all;
    }
}
