/** Names at which services answer each other: namespaces, and their endpoints. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.servicediscovery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
