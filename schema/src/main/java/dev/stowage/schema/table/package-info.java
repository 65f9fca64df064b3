/** Tables of what AWS allows, with source and date, that a user can extend on the day AWS does: Fargate sizes. */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.table;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
