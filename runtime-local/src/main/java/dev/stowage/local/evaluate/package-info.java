/** What the expressions of a model become when it is deployed on paper, on this machine. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.evaluate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
