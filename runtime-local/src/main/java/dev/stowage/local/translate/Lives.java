package dev.stowage.local.translate;

import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Dependency;
import dev.stowage.local.task.RestartPolicy;
import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.semantics.DependencyCondition;
import dev.stowage.schema.tree.ListNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What decides about the life of a container: its dependencies, also those that follow from other properties, and its times. */
final class Lives {

    private static final String FIRELENS = "awsfirelens";

    private Lives() {}

    static ContainerDefinition of(
            EcsTaskDefinition.ContainerDefinition view,
            List<EcsTaskDefinition.ContainerDefinition> all,
            String image,
            boolean isFargate) {
        var check = view.healthCheck().known().map(EcsTaskDefinition.HealthCheck::command);
        var isChecked = check.map(Reads::texts)
                .filter(words -> !words.isEmpty() && !words.get(0).equals("NONE"))
                .isPresent();
        return new ContainerDefinition(
                view.name().or(""),
                image,
                view.essential().or(true),
                isChecked,
                dependencies(view, all),
                Reads.seconds(view.startTimeout()),
                Reads.seconds(view.stopTimeout()).orElse(ContainerDefinition.STANDARD_STOP_TIMEOUT),
                restart(view),
                ContainerStatus.RUNNING);
    }

    private static List<Dependency> dependencies(
            EcsTaskDefinition.ContainerDefinition view, List<EcsTaskDefinition.ContainerDefinition> all) {
        var found = new ArrayList<Dependency>();
        for (var one : view.dependsOn()) {
            found.add(new Dependency(
                    one.containerName().or(""), condition(one.condition().or("START"))));
        }
        for (var from : view.volumesFrom()) {
            add(found, from.sourceContainer().or(""), DependencyCondition.CREATE);
        }
        for (var link : Reads.texts(view.links())) {
            var colon = link.indexOf(':');
            add(found, colon < 0 ? link : link.substring(0, colon), DependencyCondition.START);
        }
        router(view, all).ifPresent(router -> add(found, router, DependencyCondition.START));
        return found;
    }

    private static void add(List<Dependency> found, String container, DependencyCondition condition) {
        if (found.stream().noneMatch(one -> one.container().equals(container))) {
            found.add(new Dependency(container, condition));
        }
    }

    /** The router that a container sends its output to, unless the router waits for the container. */
    private static Optional<String> router(
            EcsTaskDefinition.ContainerDefinition view, List<EcsTaskDefinition.ContainerDefinition> all) {
        var isRouted = view.logConfiguration()
                .known()
                .filter(logs -> logs.logDriver().is(FIRELENS))
                .isPresent();
        return all.stream()
                .filter(other -> isRouted && other.firelensConfiguration().isKnown())
                .filter(other -> other.dependsOn().known().stream()
                        .noneMatch(one ->
                                one.containerName().or("").equals(view.name().or(""))))
                .map(other -> other.name().or(""))
                .findFirst();
    }

    private static DependencyCondition condition(String word) {
        return switch (word) {
            case "HEALTHY" -> DependencyCondition.HEALTHY;
            case "COMPLETE" -> DependencyCondition.COMPLETE;
            case "SUCCESS" -> DependencyCondition.SUCCESS;
            default -> DependencyCondition.START;
        };
    }

    private static Optional<RestartPolicy> restart(EcsTaskDefinition.ContainerDefinition view) {
        return view.restartPolicy()
                .known()
                .filter(policy -> Reads.is(policy.enabled()))
                .map(policy -> new RestartPolicy(
                        codes(policy),
                        Reads.seconds(policy.restartAttemptPeriod()).orElse(RestartPolicy.STANDARD_PERIOD)));
    }

    private static Set<Integer> codes(EcsTaskDefinition.RestartPolicy policy) {
        var codes = new TreeSet<Integer>();
        if (policy.ignoredExitCodes().known().orElse(null) instanceof ListNode list) {
            for (var item : list.items()) {
                var digits = Outcome.known(item).text();
                if (digits != null && digits.chars().allMatch(Character::isDigit) && !digits.isEmpty()) {
                    codes.add(Integer.valueOf(digits));
                }
            }
        }
        return codes;
    }
}
