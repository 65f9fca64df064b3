/** Forty services out of a list, made with the house's own library. */
@NullMarked
package dev.stowage.samples.forty;

import org.jspecify.annotations.NullMarked;
