/** Relational databases, made here and found, and how tasks connect to them. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
