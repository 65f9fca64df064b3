/** What a service says happened to it, in the words of Amazon ECS. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
