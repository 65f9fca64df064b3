/**
 * The rules: what is true of every sound stack, asked of a graph, family by family.
 *
 * <p>A family is one class with a method for each of its rules, made only when the graph holds the type that it judges: a
 * cold JVM pays for classes and not for methods. What a rule is good for stands in a text file and is read only when
 * somebody asks.
 */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
