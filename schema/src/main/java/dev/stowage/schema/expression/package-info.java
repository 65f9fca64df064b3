/** What a program can say where a template takes a value: literals, and what is known only at deployment. */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.expression;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
