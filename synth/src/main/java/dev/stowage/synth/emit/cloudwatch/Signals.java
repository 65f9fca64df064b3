package dev.stowage.synth.emit.cloudwatch;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.observe.Symptom;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.elb.Target;
import java.util.ArrayList;
import java.util.List;

/** What a deployment listens to: the names of alarms that exist, and of those that follow from symptoms of a service. */
public final class Signals {

    private static final String ALARM = ":alarm:";

    private Signals() {}

    /** Adds the alarms of a deployment's symptoms and answers the names of all alarms that it listens to. */
    public static List<Node> emit(Service service, Cluster cluster, List<Target> targets, Emission out) {
        var names = new ArrayList<Node>();
        for (var signal : service.spec().deployment().orElseThrow().signals()) {
            if (signal instanceof Alarm alarm) {
                names.add(name(alarm, out));
            } else if (signal instanceof Symptom symptom) {
                names.addAll(SymptomAlarms.emit(service, cluster, symptom, targets, out));
            }
        }
        return names;
    }

    /** ECS and CodeDeploy know an alarm by its name, which is the end of its resource name. */
    static Node name(Alarm said, Emission out) {
        var alarm = out.estate().current(said);
        if (alarm.locator().isEmpty()) {
            return AlarmEmitter.name(alarm, out);
        }
        var at = alarm.particulars().at("existing");
        if (!(alarm.locator().get() instanceof Arn arn)) {
            return out.locate(alarm, alarm.locator().get(), "String", "AlarmName")
                    .at(at);
        }
        var start = arn.value().indexOf(ALARM);
        if (start < 0) {
            out.find(
                    "alarm.arn",
                    at,
                    "`" + arn.value() + "` is no resource name of an alarm: it holds no `" + ALARM + "`.",
                    "Write arn(\"arn:aws:cloudwatch:…:alarm:…\"), or the name of the alarm as id(\"…\").");
        }
        return TextNode.of(arn.value().substring(start < 0 ? 0 : start + ALARM.length()))
                .at(at);
    }
}
