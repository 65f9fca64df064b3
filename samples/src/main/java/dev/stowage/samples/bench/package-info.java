/** The program that the benchmark and the budget of loaded classes run. */
@NullMarked
package dev.stowage.samples.bench;

import org.jspecify.annotations.NullMarked;
