/** Queues and topics. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
