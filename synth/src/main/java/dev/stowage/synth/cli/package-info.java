/** The command line of a program, and of the jar that knows files alone: commands, their arguments, and what they print. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
