/** From an app to a model: who owns what, what it is called, and the templates that follow. One package below for each AWS service. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
