package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Origin;
import java.util.ArrayList;
import java.util.List;

/** What an engine cannot do as ECS does it, for one task definition: section 18 of the specification. */
public final class EngineNotes {

    private final TaskSetup task;
    private final EngineFacts facts;
    private final List<Diagnostic> notes = new ArrayList<>();

    private EngineNotes(TaskSetup task, EngineFacts facts) {
        this.task = task;
        this.facts = facts;
    }

    /** What is different here, each thing once. */
    public static List<Diagnostic> of(TaskSetup task, EngineFacts facts) {
        var notes = new EngineNotes(task, facts);
        notes.limits();
        notes.platform();
        task.containers().forEach(notes::container);
        return List.copyOf(notes.notes);
    }

    private void limits() {
        var limits = TaskLimits.of(task, facts);
        if (limits.exist() && !limits.holdTogether()) {
            note(
                    "LOCAL-TASK-LIMIT",
                    Severity.NOTE,
                    "the limit of task definition `" + task.family()
                            + "` is applied to each container, not to their sum",
                    "Nothing is wrong; limits of tasks as a whole need an engine with control groups of version 1.");
        }
        task.size().cpu().filter(units -> units > facts.cpus() * 1024).ifPresent(this::tooManyCpus);
        task.size()
                .memory()
                .filter(mebibytes -> facts.memory() > 0 && (long) mebibytes << 20 > facts.memory())
                .ifPresent(this::tooMuchMemory);
    }

    private void tooManyCpus(int units) {
        note(
                "LOCAL-CPU-CAP",
                Severity.NOTE,
                "this engine has " + facts.cpus() + " CPUs, task definition `" + task.family() + "` asks for "
                        + units / 1024.0,
                "It runs without a limit of CPU; expect it to be slower than on AWS.");
    }

    private void tooMuchMemory(int mebibytes) {
        note(
                "LOCAL-CPU-CAP",
                Severity.WARNING,
                "this engine has " + (facts.memory() >> 20) + " MiB of memory, task definition `" + task.family()
                        + "` asks for " + mebibytes + " MiB",
                "It runs as long as it uses no more than there is.");
    }

    private void platform() {
        var wanted = task.platform().image();
        if (!wanted.isEmpty() && !wanted.equals("linux/" + facts.architecture())) {
            note(
                    "LOCAL-ARCH",
                    Severity.WARNING,
                    "the images of task definition `" + task.family() + "` are for " + wanted
                            + ", this engine is linux/" + facts.architecture(),
                    "They run only with binfmt emulation, slowly; build them for this machine to develop.");
        }
    }

    private void container(ContainerSetup container) {
        var driver = container.logging().driver();
        var isOwn = driver.isEmpty() || driver.equals(FireLens.DRIVER);
        if (!isOwn && !LogRecipe.has(facts, driver)) {
            note(
                    "LOCAL-LOGDRIVER",
                    Severity.NOTE,
                    "log driver `" + driver + "` of container `" + container.name() + "` is not in this engine",
                    "Its logs go to json-file, where `local logs` reads them.");
        }
        if (container.limits().gpus() > 0 && !facts.runtimes().contains("nvidia")) {
            note(
                    "LOCAL-GPU",
                    Severity.ERROR,
                    "container `" + container.name() + "` needs a GPU, and this engine has no GPU runtime",
                    "Install the NVIDIA container toolkit, or override the requirement locally.");
        }
    }

    private void note(String rule, Severity severity, String message, String fix) {
        notes.add(Diagnostic.of(RuleId.of(rule), severity, Origin.NOWHERE, message)
                .fix(fix));
    }
}
