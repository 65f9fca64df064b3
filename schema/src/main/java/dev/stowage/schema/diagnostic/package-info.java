/** What is wrong with what somebody wrote: findings, their severity, allowances, and the report that holds them. */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.diagnostic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
