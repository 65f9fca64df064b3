/** Programs to read, run and copy: each one is whole, tested, and shown in the README. */
@NullMarked
package dev.stowage.samples;

import org.jspecify.annotations.NullMarked;
