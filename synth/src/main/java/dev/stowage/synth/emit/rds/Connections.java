package dev.stowage.synth.emit.rds;

import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.database.Database;
import dev.stowage.dsl.database.ExistingDatabase;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.expression.Parameter;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.ec2.SharedGroups;
import java.util.ArrayList;
import java.util.List;

/** Who is let in at a database: whatever runs a container that connects to it, by a rule in its own stack. */
public final class Connections {

    private Connections() {}

    /**
     * Lets what runs a task in at the databases that its containers connect to; answers the logical ids of the rules.
     *
     * @param own the security group of its tasks
     */
    public static List<String> admit(Runner runner, Node own, Emission out) {
        var rules = new ArrayList<String>(1);
        for (var container : runner.task().containers()) {
            for (var database : container.spec().databases()) {
                var suffix = "To" + out.estate().stem(database) + "DatabaseIngress";
                var rule = out.estate().stem(runner) + suffix;
                if (!rules.contains(rule)) {
                    rules.add(rule);
                    admit(runner, suffix, database, own, out);
                }
            }
        }
        return rules;
    }

    private static void admit(Thing runner, String suffix, Database database, Node own, Emission out) {
        SecurityGroups.admitGroup(
                runner,
                suffix,
                group(database, out),
                own,
                database.engine().port(),
                runner.particulars().birth().because("a container of it connects to " + database.name()),
                out);
    }

    private static Node group(Database said, Emission out) {
        var database = out.estate().current(said);
        if (!(database instanceof ExistingDatabase existing)) {
            return out.ref(database, DatabaseEmitter.GROUP, "GroupId");
        }
        if (existing.group().isPresent()) {
            return SharedGroups.id(existing.group().get(), out);
        }
        var name = out.estate().stem(database) + "SecurityGroup";
        var site = database.particulars().lines().birth();
        return out.parameter(Parameter.of(name, "AWS::EC2::SecurityGroup::Id", site));
    }
}
