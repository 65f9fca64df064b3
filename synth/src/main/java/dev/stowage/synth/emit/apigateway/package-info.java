/** APIs of Amazon API Gateway. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.apigateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
