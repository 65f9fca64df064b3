/** What a test needs to hold an app, or a set of house rules, to what it says. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
