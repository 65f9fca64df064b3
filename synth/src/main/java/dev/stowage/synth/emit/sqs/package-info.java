/** Queues, and the dead-letter queues behind them. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.sqs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
