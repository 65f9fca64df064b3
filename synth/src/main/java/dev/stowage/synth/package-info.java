/** From a program to templates and findings: the way in. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
