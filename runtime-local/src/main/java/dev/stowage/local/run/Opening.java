package dev.stowage.local.run;

import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.translate.Translator;
import dev.stowage.local.translate.traffic.TrafficPlan;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Template;
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

    /** Works a model out for that machine, with what was gathered beside it. */
    public static Opening of(Model model, SettingsReader.Gathered gathered, dev.stowage.local.translate.Machine facts) {
        var translation = Translator.translate(model, gathered.settings(), facts);
        var findings = new ArrayList<>(gathered.findings());
        findings.addAll(translation.report().findings());
        var read = TrafficPlan.of(translation.evaluation());
        var traffic = translation.stack().map(read::with).orElse(read);
        findings.addAll(traffic.findings());
        var report = Report.of(findings);
        var stack = translation.stack().filter(any -> !report.hasErrors());
        return new Opening(stack.map(it -> new Wanted(it, traffic.balancers(), traffic.groups())), report);
    }

    /** What the run of a model is called: the names of its stacks. */
    public static String name(Model model) {
        return model.templates().stream()
                .filter(template -> !template.isNested())
                .map(Template::stack)
                .collect(Collectors.joining("-"));
    }
}
