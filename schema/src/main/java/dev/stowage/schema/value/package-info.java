/** The house style of generated values. */
@NullMarked
package dev.stowage.schema.value;

import org.jspecify.annotations.NullMarked;
