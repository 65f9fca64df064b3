/**
 * Doors in: template files, task definitions and cloud assemblies, read without loss into a model in which every node knows
 * its place.
 */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.read;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
