/** Load balancers that listen on this machine: requests and connections to the targets that are registered with them. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
