/** Where a value was written: a line of somebody's Java program, or a place in a file. */
@NullMarked
package dev.stowage.schema.origin;

import org.jspecify.annotations.NullMarked;
