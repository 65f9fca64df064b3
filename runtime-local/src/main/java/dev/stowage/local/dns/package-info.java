/** Names: what tasks ask of DNS, answered as Cloud Map answers it, and handed on to the machine's own resolvers where it is not ours. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.dns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
