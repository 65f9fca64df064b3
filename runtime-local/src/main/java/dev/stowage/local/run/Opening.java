package dev.stowage.local.run;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.translate.Acceptance;
import dev.stowage.local.translate.Translator;
import dev.stowage.local.translate.traffic.TrafficPlan;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model worked out for a machine.
 *
 * @param wanted what is to run; empty where an error keeps it from running
 * @param report what is missing, and what is otherwise here than on AWS
 */
public record Opening(Optional<Wanted> wanted, Report report) {

    /**
     * Works a model out for that machine, with what was gathered beside it.
     *
     * @param scale how much faster than AWS services wait
     */
    public static Opening of(
            Model model, SettingsReader.Gathered gathered, dev.stowage.local.translate.Machine facts, TimeScale scale) {
        var translation = Translator.translate(model, gathered.settings(), facts);
        var findings = new ArrayList<>(gathered.findings());
        findings.addAll(translation.report().findings());
        var read = TrafficPlan.of(translation.evaluation());
        var traffic = translation.stack().map(read::with).orElse(read);
        findings.addAll(traffic.findings());
        pace(scale).ifPresent(findings::add);
        var report = Report.of(Acceptance.weigh(findings, model));
        var stack = translation.stack().filter(any -> !report.hasErrors());
        return new Opening(stack.map(it -> new Wanted(it, traffic.balancers(), traffic.groups())), report);
    }

    /** That services wait so much less than on AWS. */
    static Optional<Diagnostic> pace(TimeScale scale) {
        if (scale.factor() == 1) {
            return Optional.empty();
        }
        return Optional.of(Gap.TIME
                .at(
                        Origin.NOWHERE,
                        "Services wait " + scale.factor() + " times less than on AWS: health checks of load balancers,"
                                + " draining, how long a task must run; containers keep their own times.")
                .fix("`--time-scale 1` waits as AWS does."));
    }

    /** What the run of a model is called: the names of its stacks. */
    public static String name(Model model) {
        return model.templates().stream()
                .filter(template -> !template.isNested())
                .map(Template::stack)
                .collect(Collectors.joining("-"));
    }
}
