package dev.stowage.local.translate;

import dev.stowage.local.config.Settings;
import dev.stowage.local.evaluate.Evaluation;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates a model into what it asks of one machine. The same model and settings give the same translation. */
public final class Translator {

    private Translator() {}

    /** The translation of a model for a machine. Everything that is missing is in the report, all at once. */
    public static Translation translate(Model model, Settings settings, Machine machine) {
        var work = new Work(Evaluation.of(model, settings, machine.region()), machine);
        var stack = stack(model, work);
        Differences.tell(work);
        var report = Report.of(Acceptance.weigh(work.findings(), model));
        return new Translation(report.hasErrors() ? Optional.empty() : Optional.of(stack), report, work.evaluation());
    }

    private static LocalStack stack(Model model, Work work) {
        var images = Images.of(model);
        var networks = Networks.of(work);
        var tasks = TaskDefinitions.of(work, images);
        var clusters = Clusters.of(work);
        var companions = Companions.of(work, clusters, networks);
        var services = Services.of(work, tasks, clusters, networks);
        var jobs = Jobs.of(work, tasks, clusters, networks, services);
        return new LocalStack(
                model.templates().stream()
                        .filter(template -> !template.isNested())
                        .map(Template::stack)
                        .collect(Collectors.joining("+")),
                work.evaluation().home(),
                clusters.all(),
                both(companions.tasks(), tasks.all()),
                both(companions.services(), services),
                jobs,
                both(companions.namespaces(), Discovery.of(work)),
                networks.all(),
                LogGroups.of(work),
                images.builds(),
                work.evaluation().standIns());
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
