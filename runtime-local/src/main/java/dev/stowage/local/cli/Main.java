package dev.stowage.local.cli;

import dev.stowage.synth.cli.CommandLine;
import dev.stowage.synth.cli.Console;
import dev.stowage.synth.cli.Program;

/** What {@code java -jar stowage.jar} runs. */
public final class Main {

    private Main() {}

    /** Does what the arguments ask, such as {@code check cdk.out}. */
    public static void main(String... args) {
        CommandLine.run(Program.none(), Console.system(), args).end();
    }
}
