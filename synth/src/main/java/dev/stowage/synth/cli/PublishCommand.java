package dev.stowage.synth.cli;

import dev.stowage.schema.graph.Asset;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.origin.Written;
import dev.stowage.synth.publish.PublishScript;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.rule.Checker;
import dev.stowage.synth.write.AssetCopies;
import dev.stowage.synth.write.CloudAssembly;
import java.util.List;

/** {@code publish}: the commands that build, upload and deploy, for whoever deploys without the AWS CDK. */
final class PublishCommand implements Command {

    private static final String PRINT = "--print";
    private static final String FROM = "--from";
    private static final String OUT = "--out";

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String summary() {
        return "Prints the commands of Docker and the AWS CLI that publish a program or an assembly.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing()
                .flag(PRINT, "print the script; nothing is executed")
                .option(FROM, "PATH", "of a template or a cloud assembly, instead of the program")
                .option(OUT, "FOLDER", "where `synth` writes the program; else where CDK_OUTDIR says, else cdk.out")
                .details("""
                        The script is for a POSIX shell: images that are missing are built and pushed, files uploaded, then the
                        stacks are deployed, one after those it imports from. It needs credentials; printing needs nothing. An
                        account or Region that the model leaves open, and parameters without a value, are variables that the
                        script asks for before it begins. Where an error stands, nothing is printed and the code is 1.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        if (!call.arguments().has(PRINT)) {
            throw CommandFault.usage("`publish` executes nothing: write `publish --print` for the commands to run.");
        }
        var from = call.arguments().value(FROM);
        if (from.isPresent() && call.arguments().has(OUT)) {
            throw CommandFault.usage(
                    "`--out` names where the program is written, and `--from` reads files. Choose one.");
        }
        var model = from.isPresent() ? ModelReader.open(call.path(from.get())) : call.model();
        var report = Checker.check(model);
        if (report.hasErrors()) {
            call.console().err().print(Findings.snippets(model, call.console()).text(report));
            return ExitCode.FINDINGS;
        }
        var files = CloudAssembly.templateFiles(model);
        var sources = from.isPresent()
                ? (PublishScript.Sources) new Read(model, from.get(), files)
                : new Synthesized(SynthCommand.folder(call, OUT), files);
        call.console().out().print(PublishScript.of(model, sources));
        return ExitCode.FINE;
    }

    /** What a synth of the program writes. */
    private record Synthesized(String folder, List<String> files) implements PublishScript.Sources {

        @Override
        public String template(int position) {
            return folder + "/" + files.get(position);
        }

        @Override
        public String asset(Asset asset) {
            return folder + "/" + AssetCopies.name(asset);
        }
    }

    /** What was read: a template says itself where it stands, unless it remembers the program that it came of. */
    private record Read(Model model, String from, List<String> files) implements PublishScript.Sources {

        @Override
        public String template(int position) {
            return model.templates().get(position).at() instanceof Written written
                    ? written.file()
                    : from + "/" + files.get(position);
        }

        @Override
        public String asset(Asset asset) {
            return asset.source();
        }
    }
}
