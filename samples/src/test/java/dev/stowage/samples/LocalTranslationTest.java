package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.local.config.Settings;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.translate.Machine;
import dev.stowage.local.translate.Translation;
import dev.stowage.local.translate.Translator;
import dev.stowage.samples.random.RandomProgram;
import dev.stowage.samples.words.WordPrograms;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.synth.Stowage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a program asks of AWS is what it asks of one machine: nothing is lost, and what differs is said at a line of the program. */
class LocalTranslationTest {

    private static final int MADE_UP = 60;

    /** What a user has to give: values, secrets, and what has no local form at all. */
    private static final Set<String> ASKED_OF_THE_USER = Set.of("LOCAL-VALUE", "LOCAL-SECRET", "LOCAL-WINDOWS");

    @Test
    void everySampleRunsHereOrSaysWhatItNeeds() {
        Samples.all().forEach(LocalTranslationTest::assertTranslated);
    }

    @Test
    void everyWordOfTheLanguageRunsHereOrSaysWhatItNeeds() {
        WordPrograms.all().forEach(LocalTranslationTest::assertTranslated);
    }

    @Test
    void everyMadeUpProgramRunsHereOrSaysWhatItNeeds() {
        LongStream.range(0, MADE_UP).mapToObj(RandomProgram::new).forEach(LocalTranslationTest::assertTranslated);
    }

    private static void assertTranslated(Blueprint program) {
        var model = Stowage.model(program);
        var translation = translate(model);
        var asked = translation.report().findings().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .map(one -> one.rule().value())
                .collect(Collectors.toSet());
        assertThat(ASKED_OF_THE_USER).as(program + ": " + words(translation)).containsAll(asked);
        assertThat(translate(model).stack()).as("the same again").isEqualTo(translation.stack());
        translation.stack().ifPresent(stack -> {
            var graph = ResourceGraph.of(model);
            var withoutTasks = words(translation).stream()
                    .filter(word -> word.contains("no task set"))
                    .count();
            assertThat(stack.services().size() + withoutTasks)
                    .isEqualTo(translation.evaluation().all(EcsService.TYPE).size());
            assertThat(stack.tasks()).hasSameSizeAs(translation.evaluation().all(EcsTaskDefinition.TYPE));
            assertThat(stack.tasks())
                    .hasSizeLessThanOrEqualTo(graph.all(EcsTaskDefinition.TYPE).size());
            assertThat(stack.services()).extracting(ServiceSetup::arn).doesNotHaveDuplicates();
            assertThat(stack.tasks()).extracting(TaskSetup::family).doesNotHaveDuplicates();
        });
    }

    private static Translation translate(Model model) {
        return Translator.translate(model, Settings.none("/"), Machine.ANY);
    }

    private static List<String> words(Translation translation) {
        var words = new ArrayList<String>();
        for (Diagnostic one : translation.report().findings()) {
            words.add(one.rule() + " at " + one.at() + ": " + one.message());
        }
        return words;
    }
}
