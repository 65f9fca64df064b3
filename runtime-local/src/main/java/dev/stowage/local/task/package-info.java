/** The life of a task and of its containers: what is known of them, and what is to be done about them next. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.task;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
