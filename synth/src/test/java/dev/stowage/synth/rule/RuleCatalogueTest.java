package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.synth.index.Forwarding;
import dev.stowage.synth.index.TaskCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every rule is explained, and every explanation belongs to a rule. */
class RuleCatalogueTest {

    /** A word with dots, where a finding is made. */
    private static final Pattern ID =
            Pattern.compile("(?:Rule|RuleId|find|finding|clash)(?:\\.of)?\\(\\s*\"([a-z-]+(?:\\.[a-z-]+)+)\"");

    @Test
    void explainsEveryRuleWithTheSeverityItHas() {
        var mentions = Mentions.of(ResourceGraph.of(Model.of(List.of())));
        for (var family : List.of(
                new TaskMemory(),
                new TaskContainers(),
                new ContainerLimits(),
                new TaskStorage(),
                new TaskForm(),
                new TaskAddresses(),
                new TaskVolumes(),
                new ContainerProcess(),
                new KernelSettings(),
                new ContainerVariables(),
                new SecretReferences(),
                new TaskLogs(),
                new TaskPlaces(),
                new TaskProxy(),
                new ServiceDisks(),
                new ServicePlatform(),
                new FargateForm(),
                new ServiceForm(),
                new ServiceSpread(),
                new ListenerForm(),
                new BalancerForm(),
                RoleTrust.ofTasks(),
                RoleTrust.ofServices().get(0),
                new RoleRights(mentions),
                new SiblingNames(),
                new ServicePorts(),
                new ServiceCapacity(),
                new TargetGroupForm(),
                new ListenerRuleForm(),
                new AlarmForm(),
                ListenerActions.ofRules(),
                new CapacityProviders(),
                new CodeDeployGroup(),
                new CodeDeployed(),
                new DeploymentOrder(Forwarding.of(mentions)),
                new DiscoveryRecords(),
                PlacementMeaning.ofServices(),
                new ScalingForm(),
                new ScalingTarget(mentions),
                ScheduledTask.ofRules(),
                new ServiceNames(),
                new ServiceShape(),
                new ShiftTargets(Forwarding.of(mentions)),
                new ListenerRuleOrder(),
                new ListenerRuleValues(),
                new TargetGroupUse(Forwarding.of(mentions)),
                CapacityStrategies.ofServices(),
                Placement.ofServices(),
                ScheduleForm.ofSchedules(),
                new RolePolicies(),
                new ServiceShell(),
                new ServiceTargets(Forwarding.of(mentions)),
                new ServiceHealth(),
                new ServiceDeployment(TaskCounts.of(mentions)),
                new ServiceShift(TaskCounts.of(mentions)),
                new ServiceScaling(mentions))) {
            for (var rule : family.rules()) {
                assertThat(RuleCatalogue.find(rule.id().value()))
                        .as(rule.id().value())
                        .hasValueSatisfying(text -> assertThat(text.severity()).isEqualTo(rule.severity()));
            }
        }
    }

    @Test
    void sortsAndTitlesEveryRule() {
        var names = new ArrayList<String>();
        for (var text : RuleCatalogue.all()) {
            names.add(text.id());
            assertThat(text.title()).as(text.id()).isNotBlank().doesNotEndWith(".");
            assertThat(text.explanation()).as(text.id()).isNotBlank().doesNotContain("## ");
        }
        assertThat(names).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void knowsRulesAndFamilies() {
        assertThat(RuleCatalogue.isKnown("service.deployment.cannot-roll")).isTrue();
        assertThat(RuleCatalogue.isKnown("service.deployment")).isTrue();
        assertThat(RuleCatalogue.isKnown("service")).isTrue();
        assertThat(RuleCatalogue.isKnown("serv")).isFalse();
        assertThat(RuleCatalogue.isKnown("nothing.like.this")).isFalse();
        assertThat(RuleCatalogue.family("template.resource")).hasSize(3);
    }

    @Test
    void explainsEveryNameThatTheSourcesSay() throws IOException {
        var known = new TreeSet<String>();
        for (var text : RuleCatalogue.all()) {
            known.add(text.id());
        }
        var unexplained = new TreeSet<String>();
        for (var module : List.of("schema", "dsl", "synth")) {
            for (var name : names(Path.of("..", module, "src", "main", "java"))) {
                if (!known.contains(name)) {
                    unexplained.add(name);
                }
            }
        }
        assertThat(unexplained).isEmpty();
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        var names = new TreeSet<String>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var matcher = ID.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }
}
