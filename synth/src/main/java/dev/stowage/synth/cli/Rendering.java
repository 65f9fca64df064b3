package dev.stowage.synth.cli;

import dev.stowage.schema.graph.Model;
import dev.stowage.synth.index.RawProperties;
import dev.stowage.synth.write.CloudAssembly;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The files of an assembly and what a summary tells of a walk over all of the model, in the making on a second core while the
 * model is checked on the first: both only read it. What goes wrong comes up where the files are asked for, so that a check that fails comes first, as if it had been done before.
 */
final class Rendering implements Callable<CloudAssembly> {

    private final Model model;
    private final Invocation call;
    private final String folder;
    private final FutureTask<CloudAssembly> task = new FutureTask<>(this);
    private List<String> raws = List.of();

    private Rendering(Model model, Invocation call, String folder) {
        this.model = model;
        this.call = call;
        this.folder = folder;
    }

    /** Begins to render a model for this folder, whose name may turn out to be none. */
    static Rendering begin(Model model, Invocation call, String folder) {
        var rendering = new Rendering(model, call, folder);
        var thread = new Thread(rendering.task, "stowage-rendering");
        thread.setDaemon(true);
        thread.start();
        return rendering;
    }

    @Override
    public CloudAssembly call() {
        raws = RawProperties.of(model);
        return CloudAssembly.of(model, call.path(folder));
    }

    /** The properties that the program wrote raw; known once the assembly is there. */
    List<String> raws() {
        return raws;
    }

    /** The assembly, once it is there. */
    CloudAssembly assembly() {
        try {
            return task.get();
        } catch (ExecutionException wrapped) {
            if (wrapped.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) wrapped.getCause();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The synth was interrupted.", asked);
        }
    }
}
