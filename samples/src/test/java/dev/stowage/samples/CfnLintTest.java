package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.samples.random.RandomProgram;
import dev.stowage.samples.words.WordPrograms;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.write.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * AWS's own linter finds nothing in the templates of the samples but what {@code cfn-lint-exceptions.txt} answers. What it
 * knows of AWS differs from version to version: without the one that the answers are for, these tests are skipped, except
 * where {@code -Dstowage.ci=true} says that it has to be there.
 */
class CfnLintTest {

    private static final String VERSION = "cfn-lint 1.51.0";

    /** How many made-up programs it sees beside the samples. */
    private static final int MADE_UP = 20;

    @TempDir
    static Path folder;

    private static List<CfnLint.Finding> findings = List.of();

    @BeforeAll
    static void lint() throws IOException {
        var version = CfnLint.version();
        if (Boolean.getBoolean("stowage.ci")) {
            assertThat(version).isEqualTo(VERSION);
        }
        assumeTrue(version.equals(VERSION), "No " + VERSION + " on the path: pip install cfn-lint==1.51.0");
        write();
        findings = CfnLint.findings(folder);
    }

    private static void write() throws IOException {
        var position = 0;
        for (var sample : programs()) {
            position++;
            for (var template : Stowage.model(sample).templates()) {
                var name = sample.getClass().getSimpleName() + "-" + position + "-" + template.stack() + ".json";
                Files.write(folder.resolve(name), JsonWriter.template(template));
            }
        }
    }

    private static List<Blueprint> programs() {
        var programs = new ArrayList<>(Samples.all());
        programs.addAll(WordPrograms.all());
        LongStream.range(0, MADE_UP).mapToObj(RandomProgram::new).forEach(programs::add);
        return programs;
    }

    @Test
    void findsNothingThatHasNoAnswer() throws IOException {
        var exceptions = exceptions();
        assertThat(findings)
                .filteredOn(finding -> exceptions.stream().noneMatch(each -> each.answers(finding)))
                .isEmpty();
    }

    @Test
    void eachAnswerIsStillNeeded() throws IOException {
        assertThat(exceptions())
                .filteredOn(exception -> findings.stream().noneMatch(exception::answers))
                .isEmpty();
    }

    @Test
    void noTemplateSilencesIt() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("cfn-lint"));
        }
    }

    private static List<Answer> exceptions() throws IOException {
        var answers = new ArrayList<Answer>();
        try (var in = CfnLintTest.class.getResourceAsStream("/cfn-lint-exceptions.txt")) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    answers.add(Answer.of(line.split(" \\| ")));
                }
            }
        }
        return answers;
    }

    /**
     * Why a finding is no fault of ours.
     *
     * @param rule the rule of cfn-lint
     * @param type the resource type
     * @param property the path below the resource
     * @param reason why cfn-lint is wrong
     * @param source who says so
     */
    record Answer(String rule, String type, String property, String reason, String source) {

        static Answer of(String[] columns) {
            return new Answer(columns[0], columns[1], columns[2], columns[3], columns[4]);
        }

        boolean answers(CfnLint.Finding finding) {
            return finding.rule().equals(rule)
                    && finding.type().equals(type)
                    && finding.property().equals(property);
        }
    }
}
