package programs.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.schema.conformance.Conformance;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.write.JsonWriter;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** What holds for every program of the slice, shown on some that are made up. */
class EveryProgramTest {

    private static final int PROGRAMS = 60;

    private static final List<Outcome> PLAIN = LongStream.range(0, PROGRAMS)
            .mapToObj(seed -> Outcome.of(new Building(Plan.of(seed), 0)))
            .toList();

    @Test
    void passesTheSecondNetAndHasNoError() {
        var net = Conformance.to(Catalogue.standard());
        each(seed -> {
            var model = PLAIN.get(seed).model();
            assertThat(model.findings()).isEmpty();
            assertThat(model.templates())
                    .allSatisfy(template -> assertThat(net.check(template)).isEmpty());
            assertThat(Stowage.check(model).findings())
                    .filteredOn(each -> each.severity() == Severity.ERROR)
                    .isEmpty();
        });
    }

    @Test
    void isReadBackAsItWasWritten() {
        each(seed -> {
            for (var template : PLAIN.get(seed).model().templates()) {
                var read = ModelReader.template(template.stack() + ".json", JsonWriter.template(template));
                assertThat(read.findings()).isEmpty();
                assertThat(read.templates().get(0).resources()).isEqualTo(template.resources());
                assertThat(read.templates().get(0).sections()).isEqualTo(template.sections());
            }
        });
    }

    @Test
    void isTheSameInAnyOrderOfIndependentStatementsAndOfRoots() {
        each(seed -> {
            var plan = Plan.of(seed);
            var outcome = PLAIN.get(seed);
            assertThat(Outcome.of(new Building(plan, seed + 1)).differences(outcome))
                    .isEmpty();
            assertThat(Outcome.of(new Building(plan, seed + 1)).json()).isEqualTo(outcome.json());
        });
    }

    @Test
    void isTheSameWhenItsCodeMovesIntoAHelper() {
        each(seed -> {
            var plan = Plan.of(seed);
            var outcome = PLAIN.get(seed);
            assertThat(Outcome.of(() -> Elsewhere.describe(plan)).json()).isEqualTo(outcome.json());
        });
    }

    @Test
    void keepsEveryOtherResourceWhenAServiceIsAdded() {
        each(seed -> {
            var plan = Plan.of(seed);
            var before = PLAIN.get(seed);
            var after = Outcome.of(new Building(plan.withService(new Random(seed)), 0));
            var added = added(before, after);

            assertThat(added)
                    .isNotEmpty()
                    .allMatch(id -> id.startsWith("S" + plan.services().size()));
            assertThat(changed(before, after)).allMatch(id -> isMovedBy(added, before.resource(id), after));
        });
    }

    /** The service that a new route leads to waits for its rule and names its target group; nothing else may change. */
    @Test
    void keepsEveryOtherResourceWhenARouteIsAdded() {
        each(seed -> {
            var plan = Plan.of(seed);
            var random = new Random(seed);
            var position = random.nextInt(plan.services().size());
            var before = PLAIN.get(seed);
            var after = Outcome.of(new Building(plan.withRoute(position, random), 0));
            var added = added(before, after);

            assertThat(added).hasSizeBetween(1, 3).allMatch(id -> id.startsWith("S" + position));
            assertThat(changed(before, after))
                    .contains("S" + position + "Service")
                    .allMatch(id ->
                            id.equals("S" + position + "Service") || isMovedBy(added, before.resource(id), after));
        });
    }

    @Test
    void namesNothingThatItDoesNotHave() {
        each(seed -> {
            for (var template : PLAIN.get(seed).model().templates()) {
                var there = keys(template.sections().object("Parameters"));
                template.resources().forEach(resource -> there.add(resource.logicalId()));
                there.add("AWS::Region");
                var names = Names.in(template);
                assertThat(there).containsAll(names.references());
                assertThat(keys(template.sections().object("Conditions"))).isEqualTo(names.conditions());
            }
        });
    }

    @Test
    void knowsTheLineOfEveryResource() {
        each(seed -> {
            for (var template : PLAIN.get(seed).model().templates()) {
                assertThat(Outcome.place(template.at())).startsWith("Building.java:");
                assertThat(template.resources())
                        .allSatisfy(each -> assertThat(Outcome.place(each.at()))
                                .containsPattern("(Building|Furnishing).java:\\d+"));
            }
        });
    }

    private static Set<String> keys(ObjectNode section) {
        var keys = new TreeSet<String>();
        for (var i = 0; i < section.size(); i++) {
            keys.add(section.key(i));
        }
        return keys;
    }

    private static void each(Consumer<Integer> property) {
        for (var seed = 0; seed < PROGRAMS; seed++) {
            try {
                property.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Program " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static Set<String> added(Outcome before, Outcome after) {
        var added = new TreeSet<>(after.ids());
        added.removeAll(before.ids());
        assertThat(after.ids()).containsAll(before.ids());
        return added;
    }

    /** The resources that were there and are not what they were; sections take up what new resources ask for. */
    private static Set<String> changed(Outcome before, Outcome after) {
        var changed = after.differences(before);
        changed.retainAll(before.ids());
        return changed;
    }

    /** The one exception: a rule whose number a new rule has taken, because their hashes fall together. */
    private static boolean isMovedBy(Set<String> added, Resource old, Outcome after) {
        var now = after.resource(old.logicalId());
        var number = old.properties().get("Priority");
        return number.isPresent()
                && now.properties().without("Priority").equals(old.properties().without("Priority"))
                && added.stream()
                        .anyMatch(id ->
                                after.resource(id).properties().get("Priority").equals(number));
    }

    /** Another class, on the way to the same words. */
    private static final class Elsewhere {

        static App describe(Plan plan) {
            return List.of(plan).stream()
                    .map(each -> new Building(each, 0).describe())
                    .toList()
                    .get(0);
        }
    }
}
