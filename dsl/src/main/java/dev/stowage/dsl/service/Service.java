package dev.stowage.dsl.service;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.task.Runner;
import dev.stowage.dsl.task.Task;
import dev.stowage.schema.expression.Condition;
import dev.stowage.schema.expression.Expression;
import java.util.List;

/**
 * A service: so many copies of a task, kept alive. The words that stand here are those of all services, for lists that mix
 * them.
 */
public sealed interface Service extends Root, Runner permits Replica {

    /** Tags its resources and tasks. */
    Service tag(String key, String value);

    /** Keeps the identity that it had under its old name. */
    Service formerly(String name);

    /** Makes it only where the condition holds. */
    Service onlyIf(Condition condition);

    /** Accepts a finding about it, for a reason. */
    Service allow(String rule, String reason);

    /** Writes a property that has no word. */
    Service raw(Kind kind, String path, Expression value);

    /** Lets the code of its tasks do this. */
    Service may(Permission first, Permission... others);

    /** Lets somebody open a shell in its containers with ECS Exec. */
    Service shell();

    /** What it is. */
    ServiceSpec spec();

    @Override
    default boolean hasShell() {
        return spec().hasShell();
    }

    @Override
    default boolean isKnownByFamily() {
        var deployment = spec().deployment().orElse(null);
        return deployment != null && !deployment.isByEcs() && deployment instanceof CodeDeploy;
    }

    @Override
    default Task task() {
        return spec().task();
    }

    @Override
    default List<Permission> permissions() {
        return spec().permissions();
    }

    @Override
    default Particulars particulars() {
        return spec().particulars();
    }
}
