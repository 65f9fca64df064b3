/** Programs that are wrong, for the README to show what becomes of them. */
@NullMarked
package dev.stowage.samples.broken;

import org.jspecify.annotations.NullMarked;
