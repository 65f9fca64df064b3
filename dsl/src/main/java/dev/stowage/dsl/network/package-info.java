/** Networks: what services and load balancers stand in. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.network;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
