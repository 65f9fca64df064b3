package dev.stowage.synth.cli;

import java.util.List;

/**
 * Part of what {@code doctor} looks at. Those of Stowage's synth are built in; a module on the class path adds others as
 * services. A checkup is quick, changes nothing, and never shows a secret.
 */
public interface Checkup {

    /** What is there on the machine and what is not, in the order in which it is shown. */
    List<Vital> look(Console console);
}
