/** Which target gets a request: load balancers and target groups as values, and how targets are judged, chosen and let go. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.balance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
