package programs.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Marks;
import programs.Outcome;
import programs.house.House;

/** Habits of a house that reach every thing of a kind, whoever made it. */
class EachTest {

    private static final Marks MARKS = Marks.of(EachTest.class);

    @Test
    void aHabitReachesTheContainersAndTasksOfEveryService() {
        var outcome = Outcome.of(() -> Stack.of("shop", service("a"), service("b"))
                .each(Container.class, House::traced)
                .each(FargateTask.class, House::observed));

        for (var id : new String[] {"ATaskDefinition", "BTaskDefinition"}) {
            assertThat(outcome.text(id, "ContainerDefinitions/0/Environment/0/Name"))
                    .isEqualTo("\"TRACES\"");
            assertThat(outcome.text(id, "ContainerDefinitions/1/Name")).isEqualTo("\"collector\"");
        }
        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void aHabitOfAnAppReachesTheServicesOfAllStacks() {
        var outcome =
                Outcome.of(() -> App.of(Stack.of("one", service("a"), Given.cluster()), Stack.of("two", service("b")))
                        .each(Service.class, service -> service.tag("team", "shop")));

        assertThat(outcome.text("AService", "Tags/0/Value")).isEqualTo("\"shop\"");
        assertThat(outcome.text("BService", "Tags/0/Value")).isEqualTo("\"shop\"");
    }

    @Test
    void aHabitLeavesThingsOfAnotherKindAlone() {
        var plain = Outcome.of(() -> Stack.of("shop", service("a")));
        var cluster = Outcome.of(() -> Stack.of("shop", service("a")).each(Cluster.class, each -> each.tag("a", "b")));

        assertThat(cluster.differences(plain)).isEmpty();
    }

    @Test
    void whatAHabitSaysIsSaidWhereItIsAppliedWhenTheHouseIsALibrary() {
        var outcome = Outcome.of(() -> Stack.of("shop", service("a")) //
                .each(FargateService.class, House::careful)); // <- each

        assertThat(outcome.place("duration.seconds")).isEqualTo(MARKS.line("each"));
    }

    private static FargateService service(String name) {
        return Given.cluster().service(name, Given.task());
    }
}
